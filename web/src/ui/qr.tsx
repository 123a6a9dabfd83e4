import { create } from 'qrcode'

const quietZone = 2

/** A QR code as one drawing, sharp at any size. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules.data[row * size + column]) path += `M${column} ${row}h1v1h-1z`
    }
  }
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`${-quietZone} ${-quietZone} ${size + 2 * quietZone} ${size + 2 * quietZone}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
