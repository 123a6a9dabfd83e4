import '../people.css'
import '../member-file.css'
import { membershipKindName } from '../words.ts'
import { t } from '../texts.ts'

/** How somebody stands to the union, in words with a colour that does not speak alone. */
export function KindTag({ kind }: { kind: 'member' | 'retained' | undefined }) {
  if (kind === undefined) return <span className="tag tag-none">{t('noUnion')}</span>
  return (
    <span className={kind === 'member' ? 'tag tag-member' : 'tag tag-retained'}>
      {membershipKindName(kind)}
    </span>
  )
}
