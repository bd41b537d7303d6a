import type { PropsWithChildren } from 'react'
import { View, Text } from '@tarojs/components'

interface TapProps {
  className?: string
  /** What it does, where the content alone does not say so. */
  label?: string
  isDisabled?: boolean
  /** `switch`, `radio` and `tab` say with `isChecked` whether they are on. */
  role?: 'button' | 'switch' | 'radio' | 'tab'
  isChecked?: boolean
  onTap: () => void
}

/** Anything that can be pressed: a button for screen readers and keyboards too, in both builds. */
export function Tap({ className = '', label, isDisabled = false, role = 'button', isChecked, onTap, children }: PropsWithChildren<TapProps>) {
  const act = () => {
    if (!isDisabled) onTap()
  }
  // In the browser a View is a custom element: it takes role and tabindex as plain attributes.
  const browser = process.env.TARO_ENV === 'h5' ? { role, 'aria-checked': isChecked, tabIndex: isDisabled ? -1 : 0, 'aria-label': label, 'aria-disabled': isDisabled || undefined, onKeyDown: onEnter(act) } : {}
  return (
    <View className={`tap ${isDisabled ? 'tap_disabled' : ''} ${className}`} hoverClass={isDisabled ? 'none' : 'tap_active'} ariaRole={role} ariaLabel={isChecked === undefined ? label : `${label ?? ''}，${isChecked ? '已选' : '未选'}`} aria-selected={role === 'tab' ? String(isChecked) : undefined} onClick={act} {...browser}>
      {children}
    </View>
  )
}

interface ButtonProps extends Omit<TapProps, 'className' | 'role' | 'isChecked'> {
  text: string
  /** Shown instead while the act is under way; presses are ignored meanwhile. */
  busyText?: string | null
}

export function PrimaryButton(props: ButtonProps) {
  return <Worded {...props} kind="weui-btn_primary" />
}

export function PlainButton(props: ButtonProps) {
  return <Worded {...props} kind="weui-btn_default" />
}

/** For what takes something away from the person. */
export function WarnButton(props: ButtonProps) {
  return <Worded {...props} kind="weui-btn_warn" />
}

function Worded({ text, busyText = null, isDisabled = false, kind, onTap, label }: ButtonProps & { kind: string }) {
  const isBusy = busyText !== null
  return (
    <Tap className={`weui-btn weui-btn_block button ${kind} ${isDisabled ? 'weui-btn_disabled' : ''}`} label={label} isDisabled={isDisabled || isBusy} onTap={onTap}>
      {isBusy && <View className="button__dots" />}
      <Text>{busyText ?? text}</Text>
    </Tap>
  )
}

/** A word in a line of text that does something. */
export function LinkButton({ text, onTap }: { text: string; onTap: () => void }) {
  return (
    <Tap className="link" onTap={onTap}>
      <Text>{text}</Text>
    </Tap>
  )
}

function onEnter(act: () => void) {
  return (event: { key?: string; preventDefault?: () => void }) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault?.()
    act()
  }
}
