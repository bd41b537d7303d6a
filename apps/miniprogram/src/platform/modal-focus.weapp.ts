/** WeChat's screen readers stay in the topmost layer by themselves. */
export function useModalFocus(): object {
  return {}
}
