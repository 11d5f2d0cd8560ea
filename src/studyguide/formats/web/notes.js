// Notes and glossary words beside the text: what their links lead to is shown where the reader is. Without scripts the
// links lead to the notes at the end of the page, and back.
'use strict'
{
    const say = globalThis.sayLabel
    const box = document.createElement('div')
    box.className = 'note-window'
    box.id = '_beside'
    box.tabIndex = -1
    box.setAttribute('popover', 'auto')
    box.setAttribute('role', 'note')

    const fill = note => {
        const copy = note.cloneNode(true)
        for (const each of copy.querySelectorAll('[id]')) each.removeAttribute('id')
        for (const back of copy.querySelectorAll('.back')) {
            const word = document.createElement('b')
            word.textContent = back.textContent
            back.replaceWith(word)
        }
        const close = document.createElement('button')
        close.type = 'button'
        close.className = 'tool close'
        close.textContent = say('web.close')
        close.addEventListener('click', () => box.hidePopover())
        box.replaceChildren(...copy.childNodes, close)
    }

    // Under the word, or over it where there is no room, and never beyond the edges; narrow screens have it at their foot.
    const place = link => {
        const at = link.getBoundingClientRect()
        const { width, height } = box.getBoundingClientRect()
        const below = at.bottom + 8 + height < innerHeight
        box.style.setProperty('--left', `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`)
        box.style.setProperty('--top', `${Math.max(8, below ? at.bottom + 8 : at.top - height - 8)}px`)
    }

    document.addEventListener('click', event => {
        const link = event.target.closest('a[role=doc-noteref]')
        const note = link && document.getElementById(link.hash.slice(1))
        if (!note || !box.showPopover || event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        fill(note)
        box.setAttribute('aria-label', say('web.note', { mark: link.textContent.trim() }))
        link.after(box)
        link.focus({ preventScroll: true }) // where the browser goes back to when the note is closed
        box.showPopover()
        place(link)
        box.focus({ preventScroll: true })
    })
    box.addEventListener('focusout', ({ relatedTarget }) => {
        if (relatedTarget && !box.contains(relatedTarget) && box.matches(':popover-open')) box.hidePopover()
    })
    addEventListener('beforeprint', () => box.remove())
}
