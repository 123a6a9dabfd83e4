import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icon.tsx'

export type Tone = 'problem' | 'due' | 'done' | 'info'

const icons: Record<Tone, IconName> = { problem: 'warn', due: 'clock', done: 'check', info: 'info' }

/** A message in the page: icon and words, never colour alone. Problems are read out at once. */
export function Notice({ tone, title, children }: { tone: Tone; title?: string; children?: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  )
}
