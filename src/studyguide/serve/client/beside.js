// Problems and remarks beside the text that they are about, and the source of what is clicked.
'use strict'
globalThis.beside = words => {
    const INSIDE = 'td, th, li, dt, dd, figcaption, caption, summary'
    const AROUND = 'div, section, article, figure, aside, details, header, blockquote, dl, ul, ol'

    // The sources of a document: for each path, its lines with their elements.
    const sources = document => {
        const found = new Map()
        for (const element of document.querySelectorAll('main [data-source]')) {
            for (const source of element.dataset.source.split(' ')) {
                const cut = source.lastIndexOf(':')
                const path = source.slice(0, cut)
                found.set(path, [...found.get(path) ?? [], [Number(source.slice(cut + 1)), element]])
            }
        }
        return found
    }

    // The element that shows a source, or the part of the guide around it; null if none does.
    const element = (known, source) => {
        const cut = source.lastIndexOf(':'), line = Number(source.slice(cut + 1))
        let path = source.slice(0, cut)
        for (;;) {
            const lines = known.get(path)
            if (lines) return (lines.findLast(each => each[0] <= line) ?? lines[0])[1]
            const inside = [...known].find(([each]) => path.includes('/') && each.startsWith(`${path}/`))
            if (inside) return inside[1][0][1]
            if (!path.includes('/')) return null
            path = path.slice(0, path.lastIndexOf('/'))
        }
    }

    const written = (document, note, kind) => {
        const box = document.createElement('div'), label = document.createElement('b')
        box.className = `_preview ${kind}`
        box.setAttribute('role', 'note')
        box.lang = 'en'
        box.dir = 'ltr'
        label.textContent = `${words[kind]}: `
        box.append(label, `${note.message} `)
        box.append(link(document, note))
        return box
    }
    const link = (document, note) => {
        const place = `${note.file}:${note.line}:${note.column}`
        const code = document.createElement('code')
        code.textContent = place
        if (!note.link) return code
        const found = document.createElement('a')
        found.href = note.link
        found.target = '_top'
        found.title = words.open
        found.append(code)
        return found
    }

    const clear = document => document.querySelectorAll('._preview').forEach(each => each.remove())
    // Puts notes into a page; returns those elements by note.
    const show = (document, notes) => {
        clear(document)
        const known = sources(document), shown = new Map()
        for (const { note, kind } of notes) {
            const found = note.source && element(known, note.source)
            if (!found) continue
            const box = written(document, note, kind)
            const block = found.closest(`${INSIDE}, ${AROUND}, p, h1, h2, h3, h4, table, pre`) ?? found
            if (block.matches(INSIDE)) block.append(box)
            else if (block.matches(AROUND)) block.prepend(box)
            else block.after(box)
            shown.set(note, box)
        }
        return shown
    }

    // The source of what is around a node: that of the innermost element that has one.
    const sourceOf = node => {
        const start = node?.nodeType === 1 ? node : node?.parentElement
        return start?.closest('[data-source]')?.dataset.source.split(' ')[0] ?? ''
    }
    return { show, clear, link, sourceOf }
}
