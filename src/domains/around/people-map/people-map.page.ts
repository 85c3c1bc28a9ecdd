import { may } from '#platform/access/capability.ts'
import type { Answer, Page } from '#platform/http/page.ts'
import { childIdOf, notSharedInWords, notSharedWith } from '#domains/children/index.ts'
import { aroundChild, ownViewsOf, trustOf } from '../around.queries.ts'
import { trustState } from '../around.rules.ts'
import { childOf, personOf, SOMEBODY } from '../child-of-page.ts'
import { photoAnswer } from '../photo-answer.ts'
import { photosOf } from '../photos.queries.ts'
import { agencyViewsOf, contactRulesOf } from '../staff.queries.ts'
import { peopleMapView } from './people-map.view.ts'

/** The people around a child, how the child sees each and how we do. */
export const seePeopleMap: Page = {
  method: 'GET',
  url: '/children/:childId/people-map',
  may: 'children.read',
  audit: { action: 'around.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const { tx, now, actor } = visit
    const child = await childOf(visit)
    const trust = await trustOf(tx, child.id, now)
    const kept = await notSharedWith(tx, child.id)
    const map = peopleMapView({
      child,
      people: await aroundChild(tx, child.id, SOMEBODY),
      own: await ownViewsOf(tx, child.id),
      agency: await agencyViewsOf(tx, child.id),
      rules: await contactRulesOf(tx, child.id),
      photos: await photosOf(tx, child.id),
      trust: trustState(trust, trust.days, now),
      reader: actor.id,
      mayWrite: may(actor.role, 'children.write'),
    })
    const notShared = kept.has('people') ? notSharedInWords(child.knownAs) : undefined
    const page = { ...map, notShared }
    return { kind: 'view', template: 'domains/around/people-map/people-map.njk', model: { page } }
  },
}

/** A photo that the child placed on somebody, while they let how they see that person be read. */
export const seePhotoOnMap: Page = {
  method: 'GET',
  url: '/children/:childId/people-map/:around/photo',
  may: 'children.read',
  audit: { action: 'around.photo.see', childId: childIdOf },
  async answer(visit): Promise<Answer> {
    const child = await childOf(visit)
    const person = await personOf(visit, child)
    const photo = person && (await photosOf(visit.tx, child.id)).get(person.id)
    return photoAnswer(visit, photo, false)
  },
}
