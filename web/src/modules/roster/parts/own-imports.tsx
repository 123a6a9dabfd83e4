import '../roster.css'
import { Link } from '@tanstack/react-router'
import { formatInstant } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'
import { isBusy } from '../words.ts'
import { ImportState, outcomeWords } from './import-state.tsx'

const looked = 20
const shown = 3

/** On the home page: imports that were begun and not ended, each one press away. Without any it is not there. */
export default function OwnImports() {
  const imports = useRead('listRosterImports', { limit: looked })
  const open = (imports.data?.items ?? []).filter(({ state }) => state === 'ready' || isBusy(state))
  if (open.length === 0) return null
  return (
    <section className="panel own-imports" aria-label={t('yourImports')}>
      <h2>{t('yourImports')}</h2>
      <ul>
        {open.slice(0, shown).map((each) => (
          <li key={each.id}>
            <Link to={`/imports/${each.id}`}>{each.fileName}</Link>
            <ImportState state={each.state} />
            <span className="figures">{outcomeWords(each)}</span>
            <span className="quiet figures">{formatInstant(each.createdAt)}</span>
          </li>
        ))}
      </ul>
      {open.length > shown && <Link to="/imports">{t('allImports')}</Link>}
    </section>
  )
}
