import { Alert, Table } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../row-texts.ts'
import { fieldName, listWords } from '../words.ts'

const shown = 200

/** Members whom the full list does not name. They are proposed as leavers, nothing more. */
export function LeaversTable({ importId }: { importId: string }) {
  const leavers = useRead('listRosterImportLeavers', { importId, limit: shown })
  if (leavers.error)
    return <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(leavers.error)} />
  return (
    <>
      <p className="import-list-note">{t('leaversNote')}</p>
      <div className="list import-table" role="region" aria-label={listWords('leavers')} tabIndex={0}>
        <Table
          dataSource={leavers.data?.items ?? []}
          loading={leavers.isPending}
          rowKey="personId"
          size="small"
          pagination={false}
          columns={[
            { key: 'name', title: t('name'), render: (_, row) => row.name },
            { key: 'union', title: fieldName('union_name'), render: (_, row) => row.unionName },
            {
              key: 'joined',
              title: t('joined'),
              render: (_, row) => (row.joinedOn ? formatDay(row.joinedOn) : ''),
            },
          ]}
        />
      </div>
    </>
  )
}
