import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../ui/light/button.tsx'
import { Notice } from '../../../../ui/light/notice.tsx'
import { t } from './texts.ts'

const pauseMilliseconds = 150
// The same code held before the camera is one reading.
const sameForMilliseconds = 3000
const widest = 640

/** The camera that reads QR codes; where there is none, or it may not be used, it says so and why. */
export function Camera({ onRead }: { onRead: (text: string) => void }) {
  const [state, setState] = useState<'off' | 'on' | 'denied' | 'missing'>('off')
  if (!navigator.mediaDevices) return <Notice tone="info" title={t('cameraUnsafe')} />
  if (state === 'denied') return <Notice tone="due" title={t('cameraDenied')} />
  if (state === 'missing') return <Notice tone="info" title={t('cameraMissing')} />
  if (state === 'off')
    return (
      <Button look="primary" onClick={() => setState('on')}>
        {t('cameraOn')}
      </Button>
    )
  return (
    <>
      <Picture onRead={onRead} onFailed={setState} />
      <Button look="quiet" onClick={() => setState('off')}>
        {t('cameraOff')}
      </Button>
    </>
  )
}

function Picture({
  onRead,
  onFailed,
}: {
  onRead: (text: string) => void
  onFailed: (why: 'denied' | 'missing') => void
}) {
  const video = useRef<HTMLVideoElement>(null)
  const read = useRef(onRead)
  read.current = onRead
  useEffect(() => {
    let left = false
    let stop = () => {}
    start(video.current!, (text) => read.current(text))
      .then((end) => (left ? end() : (stop = end)))
      .catch((error: Error) => onFailed(error.name === 'NotAllowedError' ? 'denied' : 'missing'))
    return () => {
      left = true
      stop()
    }
  }, [onFailed])
  return (
    <div className="scan-picture">
      <video ref={video} playsInline muted aria-label={t('cameraPicture')} />
      <span className="scan-frame" aria-hidden="true" />
    </div>
  )
}

/** Starts camera and reading; gives what ends both. */
async function start(video: HTMLVideoElement, onRead: (text: string) => void): Promise<() => void> {
  // The reader is large and needed here only.
  const [stream, { decodeQR }] = await Promise.all([
    navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false }),
    import('qr/decode.js'),
  ])
  video.srcObject = stream
  await video.play()
  const canvas = document.createElement('canvas')
  let last = { text: '', at: 0 }
  const timer = setInterval(() => {
    const text = codeIn(video, canvas, decodeQR)
    if (text === null) return
    const isSame = text === last.text && Date.now() - last.at < sameForMilliseconds
    last = { text, at: Date.now() }
    if (!isSame) onRead(text)
  }, pauseMilliseconds)
  return () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
  }
}

function codeIn(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  decode: (image: { width: number; height: number; data: Uint8ClampedArray }) => string,
): string | null {
  if (video.videoWidth === 0) return null
  const scale = Math.min(1, widest / video.videoWidth)
  canvas.width = Math.round(video.videoWidth * scale)
  canvas.height = Math.round(video.videoHeight * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return null
  context.drawImage(video, 0, 0, canvas.width, canvas.height)
  try {
    return decode(context.getImageData(0, 0, canvas.width, canvas.height))
  } catch {
    // No code in this picture: the next one may have one.
    return null
  }
}
