import { useId, type ReactNode } from 'react'

interface ButtonProps {
  children: ReactNode
  /** One primary button a screen; plain for the rest; quiet for what is rarely wanted. */
  look?: 'primary' | 'plain' | 'quiet'
  onClick?: () => void
  type?: 'button' | 'submit'
  busy?: boolean
  /** Why it cannot be pressed now; given, the button is off and the reason stands under it. */
  why?: string | undefined
  label?: string
}

/** A thumb-size button. Its text is a verb. */
export function Button({
  children,
  look = 'plain',
  onClick,
  type = 'button',
  busy = false,
  why,
  label,
}: ButtonProps) {
  const reasonId = useId()
  const off = busy || Boolean(why)
  return (
    <>
      <button
        type={type}
        className={`button button-${look}`}
        aria-disabled={off || undefined}
        aria-busy={busy || undefined}
        aria-label={label}
        aria-describedby={why ? reasonId : undefined}
        onClick={(event) => {
          // Not `disabled`: a button that is off must stay reachable, or nobody hears why.
          if (off) event.preventDefault()
          else onClick?.()
        }}
      >
        {busy && <span className="spinner" aria-hidden="true" />}
        {children}
      </button>
      {why && (
        <p className="reason" id={reasonId}>
          {why}
        </p>
      )}
    </>
  )
}
