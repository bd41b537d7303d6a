export class Unended extends Error {
  constructor(
    readonly figure: string,
    minutes: number,
  ) {
    super(`did not end in ${minutes} minutes`)
  }
}

/** Of one figure, arranged and ready: what takes longer is told as that, and nothing is measured beside what still runs. @throws Unended */
export async function inTime<T>(figure: string, work: Promise<T>, minutes = 3): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new Unended(figure, minutes)), minutes * 60_000) })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
