import { useQueryClient } from '@tanstack/react-query'
import type { AccountRow } from '#contract/accounts.ts'
import { formatInstant } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { postName } from '../../access/posts.ts'
import { AccountActs } from '../parts/account-acts.tsx'
import { AccountPanel, stateWords } from '../parts/account-panel.tsx'
import { t } from '../texts.ts'

/** Who has an account, with which posts, and how sign-in stands; what can be done with one stands in its panel. */
export default function AccountsPage() {
  const find = useFindAccount()
  return (
    <ListPage
      title={t('accounts')}
      operation="listAccounts"
      filters={[
        { kind: 'search', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'holder',
          label: t('holder'),
          options: [
            { value: 'with_post', label: t('withPost') },
            { value: 'without_post', label: t('withoutPost') },
          ],
        },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: (['open', 'locked', 'closed'] as const).map((value) => ({ value, label: t(value) })),
        },
        {
          kind: 'select',
          name: 'twoStep',
          label: t('twoStep'),
          options: (['on', 'off'] as const).map((value) => ({ value, label: t(value) })),
        },
      ]}
      columns={columns()}
      rowId={(row) => row.accountId}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      panel={(id) => {
        const account = find(id)
        return {
          title: t('account'),
          body: account && <AccountPanel account={account} />,
          foot: account && <AccountActs key={id} account={account} />,
        }
      }}
    />
  )
}

function columns(): Column<AccountRow>[] {
  return [
    { key: 'name', title: t('name'), width: 130, render: (row) => row.name },
    { key: 'posts', title: t('posts'), render: postWords },
    {
      key: 'twoStep',
      title: t('twoStep'),
      width: 120,
      render: (row) => (row.twoStep ? t('on') : t('off')),
    },
    {
      key: 'lastSignIn',
      title: t('lastSignIn'),
      width: 230,
      render: (row) => (row.lastSignInAt === null ? t('never') : formatInstant(row.lastSignInAt)),
    },
    { key: 'state', title: t('state'), width: 130, render: stateWords },
  ]
}

/** The first post; the panel lists them all. */
function postWords({ posts }: AccountRow): string {
  const [first, ...more] = posts
  if (first === undefined) return ''
  const words = `${postName(first.post)}（${first.organisationName}）`
  return more.length === 0 ? words : t('andMore', { words, count: more.length })
}

// There is no operation for one account: the panel shows a row of a page that has been read.
function useFindAccount(): (id: string) => AccountRow | undefined {
  const client = useQueryClient()
  return (id) =>
    client
      .getQueriesData<{ items: AccountRow[] }>({ queryKey: ['listAccounts'] })
      .flatMap(([, data]) => data?.items ?? [])
      .find((row) => row.accountId === id)
}
