import '../venues.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Input, Radio, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { Venue, VenueItem } from '#contract/venues.ts'
import { fill } from '../../../i18n/texts.ts'
import { errorSentence, fieldSentences } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FileDrop } from '../../../kit/form/file-drop.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { requestOf } from '../../../kit/call.ts'
import { t } from '../texts.ts'
import { venuesChanged } from '../venues-changed.ts'

interface Seen {
  isMet: boolean | null
  pictureId: string | null
  validUntil: string | null
  note: string
}

const unseen: Seen = { isMet: null, pictureId: null, validUntil: null, note: '' }
/** The last day evidence usually holds, to be changed where it is seen otherwise. */
function monthsAfter(day: string | null, months: number): string | null {
  if (day === null) return null
  return dayjs(day).add(months, 'month').format('YYYY-MM-DD')
}

/** 核查阵地: item by item, with pictures. */
export default function InspectVenuePage() {
  const venueId = useParam('venueId')
  const venue = useRead('getVenue', { venueId })
  return (
    <Page title={t('inspectTitle')} note={venue.data?.name}>
      {venue.isPending && <Skeleton active />}
      {venue.error && <p className="problem">{errorSentence(venue.error)}</p>}
      {venue.data && <Form venue={venue.data} />}
    </Page>
  )
}

function Form({ venue }: { venue: Venue }) {
  const navigate = useNavigate()
  const [seen, setSeen] = useState<Readonly<Record<string, Seen>>>({})
  const [inspectedOn, setInspectedOn] = useState<string | null>(useMe().today)
  const [revisitOn, setRevisitOn] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const keep = useAct('createVenueInspection', { invalidates: venuesChanged })
  const findings = venue.items.flatMap(({ code }) => {
    const { isMet, ...rest } = seen[code] ?? unseen
    return isMet === null ? [] : [{ item: code, isMet, ...(isMet ? rest : { note: rest.note }) }]
  })
  const change = (code: string, part: Partial<Seen>) =>
    setSeen((all) => ({ ...all, [code]: { ...(all[code] ?? unseen), ...part } }))
  return (
    <div className="venue-sheet">
      <p className="quiet">{t('inspectHint')}</p>
      {keep.error && <Problem error={keep.error} items={venue.items} findings={findings} />}
      <ul className="venue-inspect">
        {venue.items.map((item) => (
          <Item
            key={item.code}
            item={item}
            seen={seen[item.code] ?? unseen}
            inspectedOn={inspectedOn}
            change={change}
          />
        ))}
      </ul>
      <div className="panel venue-form">
        <label htmlFor="inspected-on">{t('inspectedOn')}</label>
        <DateField id="inspected-on" value={inspectedOn} onChange={setInspectedOn} />
        <label htmlFor="revisit-on">{t('revisitOn')}</label>
        <DateField id="revisit-on" value={revisitOn} onChange={setRevisitOn} />
        <label>
          {t('note')}
          <Input.TextArea
            rows={2}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <div className="venue-acts">
          <Button
            type="primary"
            disabled={findings.length === 0 || inspectedOn === null}
            loading={keep.isPending}
            onClick={() =>
              keep.mutate(
                { venueId: venue.id, inspectedOn: inspectedOn!, revisitOn, note, findings },
                { onSuccess: () => void navigate({ to: `/venues/${venue.id}` as never }) },
              )
            }
          >
            {t('sendInspection')}
          </Button>
          {findings.length === 0 && <span className="quiet">{t('seeOne')}</span>}
        </div>
      </div>
    </div>
  )
}

interface ItemProps {
  item: VenueItem
  seen: Seen
  inspectedOn: string | null
  change: (code: string, part: Partial<Seen>) => void
}

function Item({ item, seen, inspectedOn, change }: ItemProps) {
  const name = fill(item, {})
  return (
    <li className="panel">
      <h2>{name}</h2>
      <Radio.Group
        aria-label={name}
        value={seen.isMet === null ? 'skip' : seen.isMet ? 'met' : 'not'}
        onChange={({ target }) =>
          change(item.code, {
            isMet: target.value === 'skip' ? null : target.value === 'met',
            validUntil: seen.validUntil ?? monthsAfter(inspectedOn, item.months),
          })
        }
        options={[
          { value: 'skip', label: t('skip') },
          { value: 'met', label: t('isMet') },
          { value: 'not', label: t('isNotMet') },
        ]}
      />
      {seen.isMet === true && (
        <>
          {seen.pictureId === null ? (
            <FileDrop
              operation="createAttachment"
              input={{}}
              accept=".jpg,.jpeg,.png,.webp"
              hint={t('photoHint')}
              onDone={({ id }) => change(item.code, { pictureId: id })}
            />
          ) : (
            <img
              className="venue-sent"
              src={requestOf('openOwnThumbnail', { attachmentId: seen.pictureId }).url}
              alt={t('evidenceOf', { item: name })}
            />
          )}
          <label htmlFor={`until-${item.code}`}>{t('holdsUntil')}</label>
          <DateField
            id={`until-${item.code}`}
            value={seen.validUntil}
            onChange={(validUntil) => change(item.code, { validUntil })}
          />
        </>
      )}
      {seen.isMet !== null && (
        <Input
          aria-label={`${name} ${t('note')}`}
          placeholder={t('note')}
          maxLength={300}
          value={seen.note}
          onChange={(event) => change(item.code, { note: event.target.value })}
        />
      )}
    </li>
  )
}

/** What is wrong, each with the item it is about. */
function Problem(props: {
  error: Error
  items: readonly VenueItem[]
  findings: readonly { item: string }[]
}) {
  const fields = Object.entries(fieldSentences(props.error))
  if (fields.length === 0) return <Alert type="error" showIcon title={errorSentence(props.error)} />
  const whose = (path: string) => {
    const at = /^findings\.(\d+)/.exec(path)?.[1]
    const code = at === undefined ? undefined : props.findings[Number(at)]?.item
    const item = props.items.find((each) => each.code === code)
    return item === undefined ? '' : `${fill(item, {})}：`
  }
  return (
    <Alert
      type="error"
      showIcon
      title={
        <ul className="venue-lines">
          {fields.map(([path, sentence]) => (
            <li key={path}>
              {whose(path)}
              {sentence}
            </li>
          ))}
        </ul>
      }
    />
  )
}
