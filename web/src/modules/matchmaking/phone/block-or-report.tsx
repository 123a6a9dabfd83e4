import type { PersonAbout } from '#contract/matchmaking-safety.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { aboutPath } from '../about-path.ts'
import { t } from './safety-texts.ts'

/** The way to block or report somebody one has met; it stands wherever such a person is shown. */
export function BlockOrReport({ about }: { about: PersonAbout }) {
  return (
    <PhoneLink to={aboutPath(about)} className="button button-quiet">
      {t('blockOrReport')}
    </PhoneLink>
  )
}
