import './entry.css'
import { useState } from 'react'
import type { OwnMatchmaking, OwnProfile, ProfileInput } from '#contract/matchmaking-entry.ts'
import { errorSentence, fieldSentences } from '../../../kit/errors.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct, useReadWhen } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { useSending } from '../../attachments/phone/use-sending.ts'
import { draftOf, emptyProfile } from '../empty-profile.ts'
import { WithOwnStanding } from './own-standing.tsx'
import { AboutMe, Audience, Hidden, Wanted } from './profile-parts.tsx'
import { ProfilePhoto } from './profile-photo.tsx'
import { t } from './profile-texts.ts'

/** My dating profile: what I say, whom I would meet, who may see me. */
export default function ProfilePage() {
  return <WithOwnStanding>{(own) => <Loaded own={own} />}</WithOwnStanding>
}

function Loaded({ own }: { own: OwnMatchmaking }) {
  const profile = useReadWhen(own.hasProfile, 'getOwnProfile')
  if (own.hasProfile && profile.error) return <Notice tone="problem" title={errorSentence(profile.error)} />
  if (own.hasProfile && !profile.data) return <Skeleton lines={8} label={t('loading')} />
  return <ProfileForm key={profile.data?.version ?? 0} own={own} profile={profile.data ?? null} />
}

/** What the parts of the form draw and change. */
export interface Draft {
  value: ProfileInput
  set: (changes: Partial<ProfileInput>) => void
  problem: (field: string) => string | undefined
}

function ProfileForm({ own, profile }: { own: OwnMatchmaking; profile: OwnProfile | null }) {
  const [value, setValue] = useState(profile === null ? emptyProfile : draftOf(profile))
  const files = useSending()
  const refresh = { invalidates: ['getOwnMatchmaking', 'getOwnProfile'] } as const
  const create = useAct('createProfile', refresh)
  const update = useAct('updateProfile', refresh)
  const act = profile === null ? create : update
  const wrong = act.error ? fieldSentences(act.error) : {}
  const draft: Draft = {
    value,
    set: (changes) => setValue((before) => ({ ...before, ...changes })),
    problem: (field) => wrong[field],
  }
  const save = () => {
    const input = { ...value, photoId: files.sent[0]?.attachment.id ?? value.photoId }
    if (profile === null) create.mutate(input)
    else update.mutate({ ...input, version: profile.version })
  }
  if (create.data ?? update.data)
    return (
      <>
        <Notice tone="done" title={t('saved')} />
        <PhoneLink to="/matchmaking" className="button button-primary">
          {t('back')}
        </PhoneLink>
      </>
    )
  return (
    <form
      className="entry-page"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <AboutMe draft={draft} districts={own.districts} />
      <Hidden draft={draft} />
      <Wanted draft={draft} districts={own.districts} />
      <Audience draft={draft} />
      <ProfilePhoto draft={draft} files={files} />
      {act.error && <Notice tone="problem" title={errorSentence(act.error)} />}
      <Button look="primary" type="submit" busy={act.isPending} why={whyNot(value)}>
        {t('save')}
      </Button>
    </form>
  )
}

function whyNot(value: ProfileInput): string | undefined {
  if (value.nickname.trim().length < 2) return t('short')
  return /^\d{6}$/.test(value.districtCode) ? undefined : t('noDistrict')
}
