import { App } from 'antd'
import { useEffect, useEffectEvent, useRef } from 'react'

/** What some browsers have and their types do not name yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
type DetectorClass = new (options: { formats: string[] }) => Detector

const detectorClass = () => (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector

/** Whether this browser can read codes from a camera by itself. */
export function canScan(): boolean {
  return detectorClass() !== undefined && 'mediaDevices' in navigator
}

const lookEveryMs = 250
/** The same code before the lens is one scan. */
const forgetAfterMs = 4000

export function CheckInCamera({ onRead, onTrouble }: { onRead: (text: string) => void; onTrouble: () => void }) {
  const { message } = App.useApp()
  const video = useRef<HTMLVideoElement>(null)
  const read = useEffectEvent(onRead)
  const give = useEffectEvent(() => {
    void message.warning('摄像头打不开，请在浏览器里允许使用，或改用扫码枪')
    onTrouble()
  })
  useEffect(() => {
    const Detector = detectorClass()
    const screen = video.current
    if (!Detector || !screen) return undefined
    const detector = new Detector({ formats: ['qr_code'] })
    let stream: MediaStream | null = null
    let isOver = false
    let last = { text: '', at: 0 }
    const timer = setInterval(() => {
      if (screen.readyState < 2) return
      detector.detect(screen).then(([found]) => {
        const at = performance.now()
        if (!found || isOver) return
        const isSame = found.rawValue === last.text && at - last.at < forgetAfterMs
        last = { text: found.rawValue, at }
        if (!isSame) read(found.rawValue)
      }, () => undefined)
    }, lookEveryMs)
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(
      (opened) => {
        stream = opened
        if (isOver) return stop()
        screen.srcObject = opened
        void screen.play().catch(() => undefined)
      },
      () => {
        if (!isOver) give()
      },
    )
    function stop() {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    return () => {
      isOver = true
      clearInterval(timer)
      stop()
    }
  }, [])
  return <video ref={video} className="entry-camera" muted playsInline aria-label="摄像头画面" />
}
