import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { Organisation } from '#contract/organisation-shapes.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

/** The office procedures for one organisation, as far as the reader may do them. */
export function Procedures({ organisation }: { organisation: Organisation }) {
  const navigate = useNavigate()
  const { can, id } = organisation
  if (!can.change && !can.close) return null
  const open = (key: string) => {
    if (key === 'new') void navigate({ to: '/organisations/new', search: { parentId: id } as never })
    else if (key === 'merger') void navigate({ to: '/organisations/merger', search: { ids: id } as never })
    else void navigate({ to: `/organisations/${id}/${key}` as never, search: {} as never })
  }
  return (
    <Dropdown
      menu={{ items: [...changes(organisation), ...ends(organisation)], onClick: ({ key }) => open(key) }}
      trigger={['click']}
    >
      <Button>
        {t('procedures')} <Icon name="down" size={16} />
      </Button>
    </Dropdown>
  )
}

function changes({ can, kind }: Organisation) {
  if (!can.change) return []
  const isUnion = unions.includes(kind)
  return [
    { key: 'change', label: t('rename') },
    ...(kind === 'employer' ? [{ key: 'headcount', label: t('recordHeadcount') }] : []),
    ...(isUnion ? [{ key: 'term', label: t('recordTerm') }] : []),
    ...(kind === 'basic_union' ? [{ key: 'coverage', label: t('recordCoverage') }] : []),
    ...(can.addBelow && isUnion ? [{ key: 'new', label: t('addBelow') }] : []),
  ]
}

// What moves, joins or ends an organisation stands apart: the top of a tree has none of it.
function ends({ can, kind }: Organisation) {
  if (!can.close) return []
  return [
    { type: 'divider' as const, key: 'line' },
    { key: 'move', label: t('move') },
    { key: 'merger', label: t('merge') },
    ...(unions.includes(kind) ? [{ key: 'split', label: t('split') }] : []),
    { key: 'close', label: t('close') },
  ]
}

const unions = ['federation', 'industrial_union', 'street_federation', 'union_association', 'basic_union']
