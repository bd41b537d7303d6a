import type { Programme } from '@dangqun/contracts/centers/vocabulary'

/** Every colour of the console. Each text colour reaches 4.5:1 on each surface that it is used on (tested). */
export const palette = {
  accent: '#C7161D',
  accentSoft: '#FBF1F0',
  text: '#1B1C1E',
  textSecondary: '#55595F',
  textQuiet: '#666B72',
  page: '#F6F6F4',
  surface: '#FFFFFF',
  surfaceQuiet: '#FAFAF9',
  line: '#E9E8E5',
  edge: '#D6D5D1',
  error: '#B3261E',
  warning: '#8A5200',
  warningSoft: '#FDF5E6',
  success: '#2F6B3A',
  successSoft: '#EDF5EF',
} as const

/** The programmes' own colours; `text` is the same hue, dark enough to read on its tint. */
export const programmeColors: Record<Programme, { text: string; soft: string }> = {
  red: { text: '#B8141B', soft: '#FCEEEE' },
  warm: { text: '#9A4E00', soft: '#FDF1E3' },
  blue: { text: '#1A5DA3', soft: '#E9F1FB' },
  together: { text: '#086B54', soft: '#E4F4EF' },
}

/** Colours of states, apart from the programmes': violet for what runs, amber for what waits, greys for what rests. */
export const toneColors = {
  live: { text: '#4B3F9E', soft: '#EFEDF9' },
  waiting: { text: '#7A4B00', soft: '#FBF3DC' },
  quiet: { text: '#55595F', soft: '#EBEBE8' },
  done: { text: '#33373D', soft: '#E8E9EB' },
  off: { text: '#666B72', soft: '#F0F0EE' },
} as const
export type Tone = keyof typeof toneColors
