import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { sharedData } from '#tests/support/shared-data.ts'
import { world, type World } from '#tests/support/world.ts'
import { CROSSWALKS, crosswalkOf, nrmStatisticsOf, SHARED_FORMS } from './crosswalk.rules.ts'

const data = existsSync(sharedData()) ? sharedData() : undefined
const read = (file: string): string => readFileSync(path.join(data ?? '', file), 'utf8')
const walks = Object.values(CROSSWALKS)

describe('forms of exploitation in the lists of others', () => {
  let w: World
  before(async () => {
    w = await world()
  })

  it('has a crosswalk for every form of the shared list, and no other', async () => {
    const { rows } = await sql<{ code: string }>`
      select distinct code from waymark.exploitation_form where organisation_id is null`.execute(
      w.db,
    )
    assert.deepEqual(rows.map((r) => r.code).toSorted(), [...SHARED_FORMS].toSorted())
  })

  it('reads a service’s own form as the one it is nearest to', () => {
    assert.equal(crosswalkOf({ code: 'local_nails', near: 'labour' }), CROSSWALKS.labour)
    assert.equal(crosswalkOf({ code: 'local_nails', near: undefined }), undefined)
    assert.equal(crosswalkOf({ code: '__proto__', near: undefined }), undefined)
  })

  it('combines several as the NRM tables do', () => {
    const { sexual, labour, criminal_drugs, not_yet_known } = CROSSWALKS
    assert.equal(nrmStatisticsOf([labour, sexual]), 'Sexual & Labour')
    assert.equal(nrmStatisticsOf([criminal_drugs, labour, sexual]), 'Sexual, Labour & Criminal')
    assert.equal(nrmStatisticsOf([not_yet_known]), 'Not specified or unknown')
    assert.equal(nrmStatisticsOf([]), 'Not specified or unknown')
  })

  it('names only boxes that the Home Office form has', { skip: !data }, () => {
    const form: { fields: { name: string }[] } = JSON.parse(read('nrm/nrm_form.json'))
    const names = new Set(form.fields.map((f) => f.name))
    const lost = walks.flatMap((c) => c.nrmForm).filter((name) => !names.has(name))
    assert.deepEqual(lost, [])
    const boxes = [...names].filter(
      (n) => n.startsWith('types-of-exploitation-') && !/details/.test(n),
    )
    const used = new Set(walks.flatMap((c) => [...c.nrmForm]))
    assert.deepEqual(
      boxes.filter((n) => !used.has(n)),
      [],
      'a box nothing of ours would ever tick',
    )
  })

  it('names only codes that HTCDS has', { skip: !data }, () => {
    type Coded = { fullName: string; codes?: { name: string }[] }
    const htcds: { fields: Coded[] } = JSON.parse(read('htcds.json'))
    const field = htcds.fields.find((f) => f.fullName === 'vic_TypeOfExploitation')
    const codes = new Set(field?.codes?.map((c) => c.name))
    assert.ok(codes.size > 0)
    assert.deepEqual(
      walks.map((c) => c.htcds).filter((code) => !codes.has(code)),
      [],
    )
    const bare = walks.filter((c) => c.htcds === 'Other' && !c.htcdsDetail)
    assert.equal(bare.length, 1, 'only “something else” is Other without saying what')
  })

  it('names only categories that the NRM statistics have, alone and combined', {
    skip: !data,
  }, () => {
    const files = readdirSync(path.join(data ?? '', 'nrm-statistics')).filter((f) =>
      /^nrm_referrals_.*q\d\.csv$/.test(f),
    )
    const types = new Set(
      files.flatMap((f) =>
        [...read(`nrm-statistics/${f}`).matchAll(/^"[^"]*","[^"]*","([^"]*)"/gm)].map((m) => m[1]),
      ),
    )
    assert.ok(types.size > 10)
    assert.deepEqual(
      walks.map((c) => c.nrmStatistics).filter((t) => !types.has(t)),
      [],
    )
    const { sexual, labour, servitude, criminal_theft } = CROSSWALKS
    for (const several of [
      [sexual, labour],
      [labour, servitude],
      [sexual, labour, criminal_theft],
      [sexual, labour, servitude, criminal_theft],
    ]) {
      assert.ok(types.has(nrmStatisticsOf(several)), nrmStatisticsOf(several))
    }
  })

  it('agrees with the crosswalk that was read from the sources', { skip: !data }, () => {
    type Line = { nrmForm: string; nrmStats: string; htcds: string; cinFactor?: string }
    const lines: { exploitation: Line[]; cinAssessmentFactorsOfInterest: object } = JSON.parse(
      read('crosswalks.json'),
    )
    for (const line of lines.exploitation) {
      const ours = walks.filter((c) => c.nrmForm.some((name) => name === line.nrmForm))
      assert.ok(ours.length > 0, line.nrmForm)
      const allowed = line.htcds.startsWith('NO CODE')
        ? ['Other', 'ForcedBegging']
        : [line.htcds.split(/[ (|]/)[0] ?? '', 'ForcedMarriage', 'ForcedAdoption']
      for (const c of ours) {
        assert.equal(c.nrmStatistics, line.nrmStats, line.nrmForm)
        assert.ok(allowed.includes(c.htcds), `${line.nrmForm}: ${c.htcds}`)
      }
    }
    const factors = new Set(Object.keys(lines.cinAssessmentFactorsOfInterest))
    assert.deepEqual(
      walks.flatMap((c) => c.cinFactors).filter((f) => !factors.has(f)),
      [],
    )
  })
})
