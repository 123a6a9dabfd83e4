import { App, Button } from 'antd'
import { useState } from 'react'
import type { MatchmakerWish } from '#contract/matchmaking-matchmakers.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, shanghaiDate } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useDistricts } from '../districts.ts'
import { t } from '../register-texts.ts'
import { MatchmakerSelect } from './matchmaker-select.tsx'

/** Those who wait for a matchmaker: where and since when, each with the choice of one who has room. */
export function MatchmakerWishes() {
  const wishes = useRead('listMatchmakerWishes')
  const items = wishes.data?.items ?? []
  return (
    <section className="panel" aria-label={t('wishes')}>
      <h2>
        {t('wishes')}
        {items.length > 0 && <span className="count figures">{items.length}</span>}
      </h2>
      <p className="quiet">{t('wishesHint')}</p>
      {wishes.error && <p className="problem">{errorSentence(wishes.error)}</p>}
      {wishes.data && items.length === 0 && (
        <p className="all-well">
          <Icon name="check" />
          {t('wishesNone')}
        </p>
      )}
      <ul className="desk-lines">
        {items.map((wish) => (
          <Wish key={wish.id} wish={wish} />
        ))}
      </ul>
    </section>
  )
}

function Wish({ wish }: { wish: MatchmakerWish }) {
  const [chosen, choose] = useState<string>()
  const districts = useDistricts()
  const { message } = App.useApp()
  const assign = useAct('assignMatchmaker', {
    invalidates: ['listMatchmakerWishes', 'listMatchmakers', 'listInboxTasks'],
  })
  const send = () =>
    assign.mutate(
      { wishId: wish.id, matchmakerId: chosen! },
      {
        onSuccess: () => void message.success(t('assigned')),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  const place = [wish.organisationName, districts.name(wish.districtCode)].filter(Boolean).join(' · ')
  return (
    <li>
      <span>
        {t('wishLine', { place, date: formatDay(shanghaiDate(wish.wishedAt)) })}
        {wish.formerMatchmaker !== null && (
          <small className="quiet">{t('wishFormer', { name: wish.formerMatchmaker })}</small>
        )}
      </span>
      <MatchmakerSelect value={chosen ?? null} onChange={choose} />
      <Button size="small" disabled={chosen === undefined} loading={assign.isPending} onClick={send}>
        {t('assign')}
      </Button>
      {chosen === undefined && <small className="quiet">{t('chooseFirst')}</small>}
    </li>
  )
}
