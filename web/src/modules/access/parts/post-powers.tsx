import '../access.css'
import { Collapse, Skeleton } from 'antd'
import type { Output } from '../../../kit/call.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { permissionWords } from '../permission-words.ts'
import { postName } from '../posts.ts'
import { t } from '../texts.ts'
import { reachOfPost } from '../words.ts'

type Post = Output<'listPostPowers'>['items'][number]

/** For each post what it may do, since when, and by which document; who gives it. */
export function PostPowers() {
  const { data } = useRead('listPostPowers')
  if (!data) return <Skeleton active />
  return (
    <Collapse
      items={data.items.map((post) => ({
        key: post.post,
        label: `${postName(post.post)} · ${givenBy(post)}`,
        children:
          post.powers.length === 0 ? <p className="quiet">{t('noPowers')}</p> : <Powers post={post} />,
      }))}
    />
  )
}

function givenBy({ appointers }: Post): string {
  if (appointers.length === 0) return t('givenByNobody')
  return t('givenBy', { posts: appointers.map(postName).join('、') })
}

function Powers({ post }: { post: Post }) {
  return (
    <div className="powers-scroll" tabIndex={0} role="region" aria-label={postName(post.post)}>
      <table className="powers-table">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('reach')}</th>
            <th scope="col">{t('until')}</th>
            <th scope="col">{t('document')}</th>
          </tr>
        </thead>
        <tbody>
          {post.powers.map((power) => (
            <tr key={`${power.permission} ${power.startsOn}`}>
              <td>{permissionWords(power.permission)}</td>
              <td>{reachOfPost(power.scope)}</td>
              <td className="figures">{t('since', { day: formatDay(power.startsOn) })}</td>
              <td>{power.document}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
