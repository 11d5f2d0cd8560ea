// Shows one slide at a time. Arrow keys and Page Up and Down go on and back, Home and End to the first and the last
// slide, and Escape returns to the page with all of them. Nothing moves, and nothing is kept.
'use strict'
const root = document.documentElement
const slides = [...document.querySelectorAll('.slide')]
const controls = document.querySelector('.controls')
const named = id => document.getElementById(id)
let place = 0

const isShowing = () => 'showing' in root.dataset

function show(number) {
    place = Math.max(0, Math.min(slides.length - 1, number))
    root.dataset.showing = ''
    slides.forEach((slide, at) => slide.classList.toggle('shown', at === place))
    named('_place').textContent = `${place + 1} / ${slides.length}`
    named('_back').disabled = place === 0
    named('_forward').disabled = place === slides.length - 1
    history.replaceState(null, '', `#${slides[place].id}`)
    if (!controls.contains(document.activeElement) || document.activeElement.disabled) {
        slides[place].focus({ preventScroll: true })
    }
    scrollTo(0, 0)
}

function leave() {
    delete root.dataset.showing
    slides[place].scrollIntoView()
    slides[place].focus({ preventScroll: true })
}

// The slide that is at the top of the window, while all are on the page.
function nearest() {
    const below = slides.findIndex(slide => slide.getBoundingClientRect().bottom > innerHeight / 3)
    return below < 0 ? slides.length - 1 : below
}

const KEYS = {
    ArrowRight: () => show(isShowing() ? place + 1 : nearest()),
    ArrowLeft: () => show(isShowing() ? place - 1 : nearest()),
    PageDown: () => show(place + 1),
    PageUp: () => show(place - 1),
    Home: () => show(0),
    End: () => show(slides.length - 1),
    Escape: leave,
}
const ALWAYS = ['ArrowRight', 'ArrowLeft']

addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !KEYS[event.key]) return
    if (!isShowing() && !ALWAYS.includes(event.key)) return
    event.preventDefault()
    KEYS[event.key]()
})
named('_begin').addEventListener('click', () => show(nearest()))
named('_back').addEventListener('click', () => show(place - 1))
named('_forward').addEventListener('click', () => show(place + 1))
named('_end').addEventListener('click', leave)
controls.hidden = false
