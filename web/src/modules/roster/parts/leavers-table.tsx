import { Alert, Skeleton, Table } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'

/** Members whom the full list does not name. */
export function LeaversTable({ importId }: { importId: string }) {
  const answer = useRead('listRosterImportLeavers', { importId, limit: 200 })
  if (answer.error) return <Alert type="error" showIcon title={errorSentence(answer.error)} />
  if (!answer.data) return <Skeleton active title={false} paragraph={{ rows: 6 }} />
  return (
    <Table
      dataSource={answer.data.items}
      rowKey="personId"
      size="small"
      pagination={false}
      columns={[
        { key: 'name', title: t('leaverName'), render: (_, row) => row.name },
        { key: 'unit', title: t('unit'), render: (_, row) => row.unionName },
        {
          key: 'joined',
          title: t('joinedOn'),
          render: (_, row) => (row.joinedOn ? formatDay(row.joinedOn) : ''),
        },
      ]}
    />
  )
}
