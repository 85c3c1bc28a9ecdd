/**
 * The values each coded column of the SSDA903 return may hold, by collection year 2017 to 2026.
 * Facts only, derived from the effective schema of SocialFinanceDigitalLabs/liia-tools-pipeline at 4aff918
 * (MIT, see docs/licences/liia-tools-pipeline.txt); the codes are those of the Department for Education's
 * SSDA903 guide (Open Government Licence v3.0).
 */
export type CodeList = {
  /** Codes separated by spaces, accepted in every year the column exists unless named below. */
  readonly codes: string
  /** The first collection year a later code is accepted in. */
  readonly from?: Readonly<Record<string, number>>
  /** The last collection year an older code is accepted in. */
  readonly until?: Readonly<Record<string, number>>
}

export const CODES: Readonly<Record<string, Readonly<Record<string, CodeList>>>> = {
  ad1: {
    FOSTER_CARE: {
      codes: '0 1',
    },
    SEX_ADOPTR: {
      codes: 'M1 F1 MM FF MF',
    },
    LS_ADOPTR: {
      codes: 'L0 L11 L12 L2 L3 L4',
    },
  },
  episodes: {
    RNE: {
      codes: 'S L P T B U',
    },
    LS: {
      codes: 'C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3',
    },
    CIN: {
      codes: 'N1 N2 N3 N4 N5 N6 N7 N8',
    },
    PLACE: {
      codes:
        'A3 A4 A5 A6 H5 K1 K2 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 K3 Z11 Z12 Z13 Z14',
      from: { K3: 2025, Z11: 2026, Z12: 2026, Z13: 2026, Z14: 2026 },
      until: { H5: 2024, P2: 2024 },
    },
    PLACE_PROVIDER: {
      codes: 'PR0 PR1 PR2 PR3 PR4 PR5',
    },
    REC: {
      codes:
        'X1 E11 E12 E2 E3 E4A E4B E13 E41 E43 E44 E5 E6 E7 E9 E14 E15 E16 E17 E8 E45 E46 E47 E48',
      from: { E45: 2019, E46: 2019, E47: 2019, E48: 2019 },
      until: { E43: 2018, E44: 2018 },
    },
    REASON_PLACE_CHANGE: {
      codes: 'CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE OTHER CUSTOD',
      from: { CUSTOD: 2019 },
    },
  },
  header: {
    SEX: {
      codes: '1 2 M F U',
      from: { M: 2025, F: 2025, U: 2025 },
      until: { '1': 2024, '2': 2024 },
    },
    ETHNIC: {
      codes:
        'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT',
    },
    MOTHER: {
      codes: '0 1',
    },
  },
  missing: {
    MISSING: {
      codes: 'M A',
    },
  },
  oc2: {
    SDQ_REASON: {
      codes: 'SDQ1 SDQ2 SDQ3 SDQ4 SDQ5',
    },
    CONVICTED: {
      codes: '0 1',
    },
    HEALTH_CHECK: {
      codes: '0 1',
    },
    IMMUNISATIONS: {
      codes: '0 1',
    },
    TEETH_CHECK: {
      codes: '0 1',
    },
    HEALTH_ASSESSMENT: {
      codes: '0 1',
    },
    SUBSTANCE_MISUSE: {
      codes: '0 1',
    },
    INTERVENTION_RECEIVED: {
      codes: '0 1',
    },
    INTERVENTION_OFFERED: {
      codes: '0 1',
    },
  },
  oc3: {
    IN_TOUCH: {
      codes: 'YES NO DIED REFU NREQ RHOM',
    },
    ACTIV: {
      codes: 'F1 P1 F2 P2 F3 P3 G4 G5 G6 0 F4 P4 F5 P5',
      from: { F4: 2022, P4: 2022, F5: 2022, P5: 2022 },
      until: { F3: 2021, P3: 2021 },
    },
    ACCOM: {
      codes:
        'B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S1 S2 T1 T2 U1 U2 V1 V2 W1 W2 X1 X2 Y1 Y2 Z1 Z2 0',
    },
  },
  placed_adoption: {
    REASON_PLACED_CEASED: {
      codes: 'RD1 RD2 RD3 RD4',
    },
  },
  prev_perm: {
    PREV_PERM: {
      codes: 'P1 P2 P3 P4 Z1',
    },
  },
  reviews: {
    REVIEW_CODE: {
      codes: 'PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7',
    },
  },
  social_worker: {
    SW_REASON: {
      codes: 'MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS',
    },
  },
  uasc: {
    SEX: {
      codes: '1 2 M F U',
      from: { M: 2025, F: 2025, U: 2025 },
      until: { '1': 2024, '2': 2024 },
    },
  },
}
