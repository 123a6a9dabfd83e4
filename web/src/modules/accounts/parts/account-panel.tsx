import type { AccountRow } from '#contract/accounts.ts'
import { formatDay, formatInstant, formatNumber, shanghaiDate } from '../../../kit/format.ts'
import { Facts } from '../../../ui/facts.tsx'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'

/** In use, shut for a while, or closed. */
export function stateWords({ closedAt, lockedUntil }: AccountRow): string {
  if (closedAt !== null) return t('closed')
  return lockedUntil === null ? t('open') : t('locked')
}

/** An account beside the list: who, which posts, how sign-in stands. */
export function AccountPanel({ account }: { account: AccountRow }) {
  const { closedAt, lockedUntil } = account
  return (
    <>
      <p className="lead">{account.name}</p>
      <Facts
        facts={[
          [
            t('posts'),
            account.posts
              .map(({ post, organisationName }) => `${postName(post)}（${organisationName}）`)
              .join('、') || t('withoutPost'),
          ],
          [
            t('state'),
            closedAt === null
              ? lockedUntil === null
                ? t('open')
                : t('lockedUntil', { time: formatInstant(lockedUntil) })
              : t('closedOn', {
                  day: formatDay(shanghaiDate(closedAt)),
                  reason: account.closingReason ?? t('noReason'),
                }),
          ],
          [t('twoStep'), account.twoStep ? t('on') : t('off')],
          [t('password'), account.passwordDue ? t('passwordDue') : t('ownPassword')],
          [t('lastSignIn'), account.lastSignInAt === null ? t('never') : formatInstant(account.lastSignInAt)],
          [t('signedIn'), formatNumber(account.sessions)],
          [t('opened'), formatDay(shanghaiDate(account.openedAt))],
        ]}
      />
    </>
  )
}
