import { useRead } from '../../../kit/query.ts'
import { t } from '../row-texts.ts'

const most = 5

/** Values an officer can choose from where the cell takes one of a short list (code lists of the import policy). */
const choices: Readonly<Record<string, readonly string[]>> = {
  sex: ['男', '女'],
  political_affiliation: ['中共党员', '中共预备党员', '共青团员', '民主党派', '无党派人士', '群众', '其他'],
  education_level: ['初中及以下', '高中/中专', '大专', '本科', '研究生'],
}

interface SuggestionsProps {
  field: string
  text: string
  onChoose: (text: string) => void
}

/** Under a wrong cell: what it could be, each one press away. Nothing where nothing can be told. */
export function Suggestions({ field, text, onChoose }: SuggestionsProps) {
  const listed = choices[field]
  if (listed) return <Choices values={listed} onChoose={onChoose} />
  if (field === 'employer_name' || field === 'union_name')
    return <LikeNames field={field} text={text} onChoose={onChoose} />
  return null
}

function LikeNames({ field, text, onChoose }: SuggestionsProps) {
  const kind = field === 'employer_name' ? 'employer' : 'basic_union'
  const [first, second] = stemsOf(text)
  const found = useRead('listOrganisations', { kind, limit: most, q: first })
  const none = found.data?.items.length === 0 && !found.isPlaceholderData
  const wider = useRead('listOrganisations', { kind, limit: most, q: none ? second : first })
  const names = (none ? wider : found).data?.items.map((each) => each.name) ?? []
  const others = names.filter((name) => name !== text)
  return others.length === 0 ? null : <Choices values={others} onChoose={onChoose} />
}

function Choices({ values, onChoose }: { values: readonly string[]; onChoose: (text: string) => void }) {
  return (
    <div className="cell-choices" role="group" aria-label={t('couldBe')}>
      {values.map((value) => (
        <button key={value} type="button" onClick={() => onChoose(value)}>
          {value}
        </button>
      ))}
    </div>
  )
}

/** A name begins with a place of two characters and its own two: first both, then only its own, which survive most misspellings. */
function stemsOf(text: string): [string, string] {
  const plain = text.replace(/[\s()（）]/gu, '')
  const signs = [...plain]
  const own = signs.slice(2, 4).join('')
  return [signs.slice(0, 4).join('') || '会', own.length === 2 ? own : plain || '会']
}
