import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon.tsx'

/** Says in the middle of the page why nothing else is here and what to do: not found, no permission, nothing yet. */
export function Stop({
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
    <section className="stop">
      <Icon name={icon} size={40} />
      <h1>{title}</h1>
      <p>{hint}</p>
      {children && <div className="stop-actions">{children}</div>}
    </section>
  )
}
