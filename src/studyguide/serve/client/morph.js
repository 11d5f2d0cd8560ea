// Changes the page in the window into a newer version of itself. What is the same in both versions is not touched, so
// open answers, typed words, the focus and the selection stay.
//
// `old` and `now` are the two versions as they were sent; `live` is the first one, in which scripts may have changed
// something. Where they have changed what must be changed now, the result is false, and the page has to be loaded again.
'use strict'
globalThis.morph = (live, old, now) => {
    const ELEMENT = 1
    // What scripts prepare only when a page is loaded.
    const PREPARED = '[data-right], #_all-answers'
    // What scripts put beside the text.
    const isOurs = node => node.nodeType === ELEMENT && node.matches('._preview, #_beside, .quiz')
    const children = node => [...node.childNodes].filter(each => !isOurs(each))
    const isAlike = (one, other) => one.nodeName === other.nodeName
    const isPrepared = node => node.nodeType === ELEMENT && (node.matches(PREPARED) || node.querySelector(PREPARED) !== null)

    // For each new child the place of the old child that it comes from: with the same id, the same text, or the next one of
    // its name that is left.
    const pairs = (olds, nows) => {
        const key = node => node.id ? `#${node.id}` : `${node.nodeName} ${node.textContent}`
        const waiting = new Map()
        olds.forEach((each, place) => waiting.set(key(each), [...waiting.get(key(each)) ?? [], place]))
        const found = nows.map(each => waiting.get(key(each))?.shift() ?? -1)
        const left = new Set(olds.keys())
        found.forEach(place => left.delete(place))
        return found.map((place, number) => {
            if (place >= 0 || nows[number].id) return place
            const next = [...left].find(each => !olds[each].id && isAlike(olds[each], nows[number]))
            left.delete(next)
            return next ?? -1
        })
    }

    const attributes = (live, old, now) => {
        for (const { name } of [...old.attributes]) if (!now.hasAttribute(name)) live.removeAttribute(name)
        for (const { name, value } of now.attributes) if (old.getAttribute(name) !== value) live.setAttribute(name, value)
    }

    const change = (live, old, now) => {
        if (old.isEqualNode(now)) return true
        if (old.nodeType !== ELEMENT) {
            live.data = now.data
            return true
        }
        if (isPrepared(old) && !old.querySelector(PREPARED)) return false
        attributes(live, old, now)
        const lives = children(live), olds = [...old.childNodes], nows = [...now.childNodes]
        if (lives.length !== olds.length || lives.some((each, place) => !isAlike(each, olds[place]))) return false
        const from = pairs(olds, nows)
        const gone = new Set(lives)
        let next = lives[0] ?? null
        for (const [number, place] of from.entries()) {
            if (place < 0) {
                if (isPrepared(nows[number])) return false
                live.insertBefore(live.ownerDocument.importNode(nows[number], true), next)
                continue
            }
            const node = lives[place]
            gone.delete(node)
            if (node === next) next = after(node)
            else live.insertBefore(node, next)
            if (!change(node, olds[place], nows[number])) return false
        }
        gone.forEach(each => each.remove())
        return true
    }
    const after = node => {
        let next = node.nextSibling
        while (next && isOurs(next)) next = next.nextSibling
        return next
    }
    return change(live, old, now)
}
