import type { TransferFinding } from '@dangqun/contracts/transfer/schemas'
import type { TransferReason } from '@dangqun/contracts/transfer/vocabulary'

/** What a clerk would send a letter back for, found while it is being typed. */
function wrong(field: 'title' | 'destination', reason: TransferReason, message: string, suggestion: string | null): TransferFinding {
  return { field, reason, level: 'stop', message, suggestion }
}

/** As on a seal: no spaces, full-width brackets, no quotation marks. */
export function plainName(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').replace(/["'“”‘’]/g, '').replace(/\(/g, '（').replace(/\)/g, '）')
}

const office = /(党委办公室|委员会办公室|党政办公室|党群办公室|党办|委办公室|委办)$/
const receiving = /(组织部|党委|党工委|工委|委员会)$/

/**
 * 抬头: to whom the letter is addressed (R01). A body with an organisation department is addressed as
 * "××组织部", never as its office; a city's district names its city; a branch receives no letters
 * (中国共产党党员教育管理工作条例 Art. 25: committees that may approve probationary members). The wording is local.
 */
export function titleFindings(typed: string): TransferFinding[] {
  const title = plainName(typed)
  if (title === '') return []
  const says = (message: string, suggestion: string | null) => [wrong('title', 'R01', message, suggestion)]
  if (office.test(title)) return says('抬头要写组织部，不写党办', `${title.replace(office, '').replace(/(党委|委员会|委)?$/, '委')}组织部`)
  if (/(党支部|党总支|总支部|支部委员会)$/.test(title)) return says('党支部、党总支不能接收介绍信，要写它的上级党委或组织部', null)
  if (/党组$/.test(title)) return says('党组不接收介绍信，要写机关党委或上级组织部', null)
  const [, district] = /^(?:中国共产党|中共)?([\u4e00-\u9fff]{2,6}?区)委/.exec(title) ?? []
  if (district && !/[市州盟]/.test(district) && !/(自治|新|开发|经开|高新|地|社|园|校|景)区$/.test(district)) return says(`市辖区前要写明所在的市，例如“××市${district}委组织部”`, null)
  if (/(县|区|市|旗)委$/.test(title)) return says('这一级设有组织部，抬头要写到组织部', `${title}组织部`)
  if (!receiving.test(title)) return says('抬头应以“组织部”“党委”或“党工委”结尾，请向接收单位问清全称', null)
  return []
}

/** 去处: from where to where (R02): a unit's full name, or a residence down to 村 or 社区. */
export function destinationFindings(typed: string, cause: string | null): TransferFinding[] {
  const destination = plainName(typed)
  if (destination === '') return []
  if (cause === 'residence' && !/(村|社区|居委会|居民委员会|村委会)/.test(destination)) return [wrong('destination', 'R02', '按居住地转的，要写到村或社区，例如“莲花社区”', null)]
  if (cause !== 'residence' && destination.length < 6) return [wrong('destination', 'R02', '请写单位的全称，例如“合肥××科技有限公司”', null)]
  return []
}

/** How well a directory's name answers what was typed: 0 not at all, higher is better. */
export function likeness(typed: string, name: string): number {
  const wanted = plainName(typed)
  if (wanted.length < 2) return 0
  if (name === wanted) return 1000
  if (name.includes(wanted)) return 500 + Math.round((100 * wanted.length) / name.length)
  const pairs = (text: string) => new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)))
  const asked = pairs(wanted)
  const found = [...pairs(name)].filter((pair) => asked.has(pair)).length
  return found * 2 >= asked.size ? Math.round((100 * found) / asked.size) : 0
}
