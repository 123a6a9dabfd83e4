/** Our mark, 工 on red. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="14" fill="#c8201e" />
      <path d="M14 17h36v7H35.5v16H50v7H14v-7h14.5V24H14z" fill="#fff" />
    </svg>
  )
}
