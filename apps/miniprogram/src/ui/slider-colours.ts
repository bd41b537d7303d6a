/** WeChat's slider takes its colours as attributes: the tokens `accent-text` and, of 关怀模式 so that it is seen by everybody, `line`. tokens.test.ts holds them to the sheet. */
export const sliderColours = {
  light: { activeColor: '#c7161d', backgroundColor: '#c9c9c6' },
  dark: { activeColor: '#ff8a80', backgroundColor: '#565656' },
} as const
