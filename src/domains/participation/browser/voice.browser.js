// Records a voice note in the page. Without this file, or without a microphone, a recording is chosen
// as a file, and the page says so.
import { choose, fileField } from './chosen-file.browser.js'

const MOST_MINUTES = 20
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

/** @param {ParentNode} within @param {string} name */
const part = (within, name) => {
  const found = within.querySelector(`[data-voice-${name}]`)
  if (!(found instanceof HTMLElement)) throw new Error(`The page has no ${name}`)
  return found
}

const voice = document.querySelector('[data-voice]')
const input = fileField()
const able = 'mediaDevices' in navigator && 'MediaRecorder' in window
if (voice instanceof HTMLElement && input && able) prepare(voice, input)

/** @param {HTMLElement} within @param {HTMLInputElement} field */
function prepare(within, field) {
  const record = part(within, 'record')
  const stop = part(within, 'stop')
  const again = part(within, 'again')
  const state = part(within, 'state')
  const play = part(within, 'play')
  if (!(play instanceof HTMLAudioElement)) return
  /** @type {MediaRecorder | undefined} */
  let recorder
  let address = ''

  /** @param {HTMLElement} shown @param {string} said */
  const showOnly = (shown, said) => {
    for (const button of [record, stop, again]) button.hidden = button !== shown
    state.textContent = said
    shown.focus()
  }

  async function begin() {
    let heard
    try {
      heard = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch {
      state.textContent = state.dataset['closed'] ?? ''
      return
    }
    play.hidden = true
    /** @type {Blob[]} */
    const pieces = []
    const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind))
    recorder = new MediaRecorder(heard, {
      audioBitsPerSecond: 32_000,
      ...(mimeType ? { mimeType } : {}),
    })
    recorder.addEventListener('dataavailable', (event) => pieces.push(event.data))
    recorder.addEventListener('stop', () => {
      for (const track of heard.getTracks()) track.stop()
      const type = recorder?.mimeType.split(';')[0] ?? ''
      ready(new Blob(pieces, { type }))
    })
    recorder.start(1000)
    setTimeout(end, MOST_MINUTES * 60_000, recorder)
    showOnly(stop, state.dataset['recording'] ?? '')
  }

  /** @param {MediaRecorder | undefined} which */
  function end(which) {
    if (which?.state === 'recording') which.stop()
  }

  /** @param {Blob} recorded */
  function ready(recorded) {
    if (address) URL.revokeObjectURL(address)
    address = URL.createObjectURL(recorded)
    if (play instanceof HTMLAudioElement) play.src = address
    play.hidden = false
    choose(field, recorded, 'recording')
    showOnly(again, state.dataset['listen'] ?? '')
  }

  record.addEventListener('click', begin)
  again.addEventListener('click', begin)
  stop.addEventListener('click', () => end(recorder))
  within.hidden = false
}
