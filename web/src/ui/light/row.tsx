import { PhoneLink } from '../../kit/phone/router.tsx'
import { Icon, type IconName } from '../icon.tsx'

/** A full-width line that leads to a page; rows stand in a `<Rows>`. */
export function Row({
  to,
  icon,
  title,
  hint,
}: {
  to: string
  icon: IconName
  title: string
  hint?: string | undefined
}) {
  return (
    <li>
      <PhoneLink to={to} className="row">
        <Icon name={icon} size={24} />
        <span className="row-words">
          <span>{title}</span>
          {hint && <small>{hint}</small>}
        </span>
        <Icon name="next" size={18} />
      </PhoneLink>
    </li>
  )
}
