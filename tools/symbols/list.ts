import { OUTCOME_SYMBOLS, SYMBOL_OF_WAY } from '../../src/domains/participation/outcome-symbols.ts'
import { SYMBOL_OF } from '../../src/domains/participation/say/said.rules.ts'

/** Every symbol a page shows: those of the cards, and those beside choices and acts. */
export const SYMBOLS: readonly string[] = [
  ...new Set([
    ...Object.values(SYMBOL_OF),
    ...OUTCOME_SYMBOLS,
    ...Object.values(SYMBOL_OF_WAY),
    'speaker-high-volume',
    'check-box-with-check',
    'microphone',
    'artist-palette',
    'camera',
    'pencil',
    'puzzle-piece',
    'incoming-envelope',
    'locked',
    'wastebasket',
    'eye',
    'house',
    'right-arrow',
    'left-arrow',
    'plus',
    'two-hearts',
    'globe-with-meridians',
    'framed-picture',
    'open-book',
    'check-mark-button',
    'speaking-head',
    'bust-in-silhouette',
    'people-hugging',
    'busts-in-silhouette',
    'warning',
  ]),
]
