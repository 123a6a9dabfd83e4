import type { DeskCard } from '#contract/matchmaking-desk.ts'
import { Facts } from '../../../ui/facts.tsx'
import { cardPhrases, sexName } from '../card-words.ts'
import { t } from '../desk-texts.ts'
import { useDistricts } from '../districts.ts'

/** What a card says, for the desk. */
export function CardFacts({ card: { nickname, sex, card } }: { card: DeskCard }) {
  const districts = useDistricts()
  return (
    <>
      <p className="lead">
        {nickname} · {sexName(sex)}
      </p>
      <Facts
        facts={[
          [t('facts'), cardPhrases(card, districts.name(card.districtCode)).join(' · ')],
          [t('hobbies'), card.hobbies.join('、') || '—'],
          [t('hopes'), card.hopes || '—'],
        ]}
      />
    </>
  )
}
