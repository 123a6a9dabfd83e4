import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon.tsx'

/** An empty screen that teaches the first step. */
export function Empty({
  icon,
  title,
  hint,
  children,
}: {
  icon: IconName
  title: string
  hint: string
  children?: ReactNode
}) {
  return (
    <section className="empty">
      <Icon name={icon} size={40} />
      <h2>{title}</h2>
      <p>{hint}</p>
      {children}
    </section>
  )
}
