import { useCallback, useRef, useState } from 'react'

export interface Ask<Question, Answer> {
  /** Opens the dialog and waits for what the person chooses. */
  ask: (question: Question) => Promise<Answer>
  /** The open question; null when the dialog is closed. */
  question: Question | null
  answer: (answer: Answer) => void
}

/** A dialog as a promise, so that a journey over several dialogs reads from top to bottom. */
export function useAsk<Question extends object, Answer>(): Ask<Question, Answer> {
  const [question, setQuestion] = useState<Question | null>(null)
  const resolve = useRef<((answer: Answer) => void) | null>(null)
  const ask = useCallback(
    (asked: Question) =>
      new Promise<Answer>((settle) => {
        resolve.current = settle
        setQuestion(asked)
      }),
    [],
  )
  const answer = useCallback((value: Answer) => {
    setQuestion(null)
    resolve.current?.(value)
    resolve.current = null
  }, [])
  return { ask, question, answer }
}
