import * as z from 'zod'

// Control characters except tab and line breaks (PostgreSQL cannot store U+0000 at all), and surrogates without their half.
const unstorable = /[^\P{Cc}\t\n\r]|\p{Cs}/u

/** Text as people type it: trimmed, counted in UTF-16 units; stored exactly as it is, or refused. */
export function text(max: number, min = 1) {
  return z
    .string()
    .trim()
    .min(min, min === 1 ? '请填写' : `至少 ${min} 个字`)
    .max(max, `最多 ${max} 个字`)
    .refine((value) => !unstorable.test(value), '含有无法保存的字符，请删除后重试')
}

/** One line of text. */
export function line(max: number, min = 1) {
  return text(max, min).refine((value) => !/[\r\n\t]/.test(value), '不能换行')
}

/** ISO 8601 with an offset, as in `2026-11-28T09:00:00+08:00`. */
export const moment = z.iso.datetime({ offset: true, error: '时间格式不对，应像 2026-11-28T09:00:00+08:00' })

/** A calendar date, `yyyy-MM-dd`. */
export const date = z.iso.date()

/** Mainland mobile number, 11 digits; full-width digits, spaces and hyphens are forgiven. */
export const mobile = z.string().overwrite((typed) => typed.normalize('NFKC').replace(/[\s-]/g, '')).regex(/^1[3-9]\d{9}$/, '请填写 11 位手机号')

export const id = z.uuid({ error: '编号格式不对' })

/** A centre's slug in a path. */
export const slug = z.string().regex(/^[a-z][a-z0-9-]{1,31}$/, '中心代号格式不对')
