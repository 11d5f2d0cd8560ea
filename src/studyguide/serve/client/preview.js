// The preview: follows what is saved, changes the page in its frame in place, and tells what is wrong and where.
'use strict'
{
    const $ = id => document.getElementById(id)
    const { edition: first, words } = JSON.parse(document.body.dataset.about)
    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])
    const counted = (name, number) => fill(words[number === 1 ? `${name} one` : name], { number })
    const { show, clear, link, sourceOf } = globalThis.beside(words)
    const frame = $('guide'), list = $('list'), status = $('status'), spot = $('place'), paper = $('paper')
    const asked = new URLSearchParams(location.search)
    let edition = first, width = asked.get('width') ?? 'desktop', view = asked.get('view') ?? 'web'
    let state = null        // the newest state of the edition
    let sent = null         // the page in the frame, as it was sent
    let awaited = false     // a page was asked for, and is not there yet
    let held = null         // what to put back after the page is loaded again
    let lately = []         // the pages that changed last
    let isStale = false     // the page could not be changed: it has to be loaded again
    let anchor = null       // the place that was put back last, and how far the window is scrolled since
    let wanted = null       // what a note says that is to be shown when its page is there
    const changedAt = new Map()

    const inside = () => frame.contentDocument
    const here = () => {
        try {
            const { href, pathname } = frame.contentWindow.location
            return href.startsWith(folder()) ? decodeURIComponent(pathname.split('/').at(-1)) : ''
        } catch { // the browser's own page: the program did not answer
            return ''
        }
    }
    const folder = () => new URL(`web/${encodeURIComponent(edition)}/`, location.href).href
    const remember = () => {
        const query = new URLSearchParams({ edition, view, width, page: here() || asked.get('page') || 'index.html' })
        history.replaceState(null, '', `?${query}`)
    }
    // Changes what is in a box. The focus stays on what says the same, or goes to something else that is there.
    const change = (box, parts, other) => {
        const key = node => `${node.nodeName} ${(node.closest('li') ?? node).textContent}`
        const focused = box.contains(document.activeElement) ? key(document.activeElement) : null
        box.replaceChildren(...parts)
        if (focused) ([...box.querySelectorAll('a, button')].find(each => key(each) === focused) ?? other).focus()
    }
    const say = (...parts) => {
        const text = parts.map(part => part.textContent ?? part).join('')
        if (text !== status.textContent || status.children.length) change(status, parts, $('edition'))
    }

    // What is at the top of the window stays there, whatever changes above it. Until somebody scrolls, it is the same
    // place that is held: a file that is saved in two steps may take it away for a moment.
    const isAnchored = view => anchor.view === view && (anchor.y === view.scrollY || (anchor.y > view.scrollY && isAtEnd(view)))
    const isAtEnd = ({ document, scrollY, innerHeight }) => scrollY + innerHeight >= document.documentElement.scrollHeight - 1
    const hold = () => {
        const view = inside()?.defaultView
        if (view && anchor && isAnchored(view)) return anchor.place
        if (!view || view.scrollY === 0) return null
        for (const node of inside().querySelectorAll('main [id], main [data-source]')) {
            const { top, bottom } = node.getBoundingClientRect()
            if (top >= 0 && top < view.innerHeight && bottom > top) return { node, id: node.id, source: node.dataset.source, top, y: view.scrollY }
        }
        return { y: view.scrollY }
    }
    const release = place => {
        if (!place) return
        const { node, id, source, top, y } = place, doc = inside(), at = doc.defaultView
        const now = node?.isConnected && node.ownerDocument === doc ? node
            : (id && doc.getElementById(id)) || (source && doc.querySelector(`[data-source="${CSS.escape(source)}"]`))
        if (now) at.scrollBy({ top: now.getBoundingClientRect().top - top, behavior: 'instant' })
        else at.scrollTo({ top: y, behavior: 'instant' })
        anchor = { place, view: at, y: at.scrollY }
    }
    const opened = () => [...inside()?.querySelectorAll('details[open] > [id]') ?? []].map(each => each.id)

    const notes = () => [
        ...state.problems.map(note => ({ note, kind: 'problem' })),
        ...(state.remarks ?? []).map(note => ({ note, kind: 'remark' })),
    ]
    const mark = () => {
        if (!inside()?.body || !state) return
        const place = hold()
        const all = notes(), seen = $('notes').checked ? all : all.filter(({ kind }) => kind === 'problem')
        const shown = show(inside(), seen)
        release(place)
        tell(all, shown)
        const note = [...shown.keys()].find(each => each.message === wanted)
        if (note) point(shown.get(note))
    }
    // Shows a note in the page, to readers of the screen and of its words.
    const point = box => {
        wanted = null
        box.tabIndex = -1
        box.scrollIntoView({ block: 'center' })
        box.focus({ preventScroll: true })
    }
    const pageOf = note => {
        const chapter = note.source.split(':')[0]
        return chapter && Object.keys(state.pages).find(name => name === `${chapter}.html` || name === `${chapter}_page.html`)
    }
    const tell = (all, shown) => {
        list.hidden = all.length === 0 && !state.error
        const items = all.map(({ note, kind }) => {
            const item = document.createElement('li'), label = document.createElement('b')
            item.className = kind
            label.textContent = words[kind]
            item.append(label, ' ', link(document, note), ` ${note.message} `)
            const page = pageOf(note)
            if (shown.has(note) || (page && (view === 'print' || page !== here()))) {
                const button = document.createElement('button')
                button.type = 'button'
                button.textContent = words.go
                button.addEventListener('click', () => {
                    if (shown.has(note)) return point(shown.get(note))
                    if (view === 'print') return printed(note.source.split(':')[0])
                    wanted = note.message
                    frame.contentWindow.location.href = folder() + page
                })
                item.append(button)
            }
            return item
        })
        const rows = document.createElement('ul')
        rows.append(...items)
        const fault = document.createElement('p')
        fault.textContent = state.error
        change(list, [...state.error ? [fault] : [], rows], $('edition'))
    }
    const summary = changed => {
        const problems = state.problems.length, remarks = state.remarks?.length ?? 0
        const parts = []
        if (state.error) parts.push(state.error)
        if (problems) parts.push(counted('problems', problems))
        if (problems || state.error) parts.push(Object.keys(state.pages).length ? words.old : words.waiting)
        else parts.push(words.current)
        if (remarks) parts.push(counted('remarks', remarks))
        const said = [parts.join(' · ')]
        const other = changed.filter(name => name !== 'index.html' && state.pages[name]?.[1])
        if (other.length && !changed.includes(here())) {
            const to = document.createElement('a')
            to.href = folder() + other[0]
            to.textContent = state.pages[other[0]][1]
            to.addEventListener('click', event => {
                event.preventDefault()
                frame.contentWindow.location.href = to.href
            })
            said.push(` · ${words.changed} `, to)
        }
        say(...said)
        document.body.dataset.number = state.number
    }

    // The newer version of the page in the frame.
    const parsed = text => new DOMParser().parseFromString(text, 'text/html')
    const fetched = async () => {
        const answer = await fetch(folder() + here(), { cache: 'no-store' })
        return answer.ok ? parsed(await answer.text()) : null
    }
    const reload = () => {
        held = { place: hold(), open: opened() }
        frame.contentWindow.location.reload()
    }
    const renew = async () => {
        const now = await fetched()
        if (!now || !sent) return
        const place = hold(), doc = inside()
        clear(doc)
        const before = sent
        sent = now
        if (!globalThis.morph(doc.body, before.body, now.body)) return void reload()
        doc.title = now.title
        doc.documentElement.lang = now.documentElement.lang
        release(place)
        document.body.dataset.shown = state.number
    }

    const arrive = async next => {
        const before = state
        state = next
        const names = Object.keys(state.pages)
        const changed = before ? names.filter(name => before.pages[name]?.[0] !== state.pages[name][0]) : []
        for (const name of changed) changedAt.set(name, Date.now())
        if (changed.length) lately = changed
        if (state.number !== before?.number) change(spot, [], $(view === 'print' ? 'view' : 'where')) // its line may be another one now
        editions()
        if (!names.length) return void (tell(notes(), new Map()), summary(lately))
        if (!before || !Object.keys(before.pages).length) start()
        else if (!(here() in state.pages)) {
            if (!awaited) start()
        } else if (isStale || before.look !== state.look) reload()
        else if (changed.includes(here())) await renew()
        summary(lately)
        if (view === 'print') {
            tell(notes(), new Map())
            if (changed.length || !before) printed(page ?? 1)
        } else mark()
    }
    const editions = () => {
        const options = state.editions.map(([name, title]) => Object.assign(document.createElement('option'), { value: name, textContent: title }))
        const same = [...$('edition').options].map(each => `${each.value} ${each.textContent.trim()}`).join('\n')
        if (same !== state.editions.map(each => each.join(' ')).join('\n')) $('edition').replaceChildren(...options)
        $('edition').value = edition
        $('epub').href = `_/epub/${encodeURIComponent(edition)}.epub`
        $('pdf').href = `_/pdf/${encodeURIComponent(edition)}.pdf`
    }
    const start = () => {
        const page = here() in state.pages ? here() : asked.get('page')
        awaited = true
        frame.contentWindow.location.replace(folder() + (page in state.pages ? page : 'index.html'))
    }

    frame.addEventListener('load', async () => {
        const doc = inside()
        awaited = false
        if (!doc || !state || !here()) return
        doc.head.append(Object.assign(doc.createElement('link'), { rel: 'stylesheet', href: new URL('_/preview.css', location.href).href }))
        doc.addEventListener('click', clicked)
        const since = frame.contentWindow.performance.timeOrigin - 500
        sent = await fetched().catch(() => null)
        isStale = !sent
        if ((changedAt.get(here()) ?? 0) > since) return void reload() // it may be from before the last save
        for (const id of held?.open ?? []) doc.getElementById(id)?.closest('details')?.setAttribute('open', '')
        release(held?.place)
        held = null
        remember()
        mark()
        document.body.dataset.page = here()
        document.body.dataset.shown = state.number
    })

    // A click on a text tells where it is; links and buttons do what they always do.
    const where = async source => {
        if (!source) return spot.replaceChildren(words['no place'])
        const query = new URLSearchParams({ edition, source })
        const found = await fetch(`_/place?${query}`, { cache: 'no-store' }).then(answer => answer.json()).catch(() => null)
        if (!found) return spot.replaceChildren(words['no place'])
        spot.replaceChildren(link(document, found))
        document.body.dataset.place = `${found.file}:${found.line}:${found.column}`
    }
    const clicked = event => {
        const target = event.target.closest('a, button, input, select, textarea, summary, label')
        if (target?.matches('a[href^="http"]')) Object.assign(target, { target: '_blank', rel: 'noopener noreferrer' })
        if (target || !inside().getSelection().isCollapsed) return
        where(sourceOf(event.target))
    }
    $('where').addEventListener('click', () => {
        const chosen = inside()?.getSelection()
        const top = hold()?.node ?? inside()?.querySelector('main [data-source]')
        where(sourceOf(chosen && !chosen.isCollapsed ? chosen.anchorNode : top))
    })

    const shape = () => {
        document.body.dataset.view = view
        document.body.dataset.width = width
        $('view').value = view
        $('width').value = width
    }
    $('width').addEventListener('change', ({ target }) => {
        const place = hold()
        width = target.value
        shape()
        requestAnimationFrame(() => release(place))
        remember()
    })
    $('view').addEventListener('change', ({ target }) => {
        const place = hold()
        view = target.value
        if (view === 'print') turnTo()
        shape()
        if (view === 'web') requestAnimationFrame(() => { release(place); mark() })
        remember()
    })
    $('notes').addEventListener('change', mark)
    $('edition').addEventListener('change', ({ target }) => {
        edition = target.value
        state = null
        asked.set('page', here())
        connect()
    })

    // The printed pages, as pictures: the page stays the same one while the guide changes.
    let page = asked.get('view') === 'print' ? Number(asked.get('printed')) || 1 : null
    let printing = null
    const printed = async wanted => {
        printing?.abort()
        printing = new AbortController()
        $('which').textContent = words.printing
        try {
            const answer = await fetch(`_/page/${encodeURIComponent(edition)}/${encodeURIComponent(wanted)}`, { cache: 'no-store', signal: printing.signal })
            if (!answer.ok) return void ($('which').textContent = await answer.text())
            page = Number(answer.headers.get('X-Page'))
            const pages = Number(answer.headers.get('X-Pages'))
            const picture = new Image()
            picture.src = URL.createObjectURL(await answer.blob())
            picture.alt = fill(words['page of'], { page, pages })
            await picture.decode()
            URL.revokeObjectURL(paper.querySelector('img')?.src ?? '')
            paper.replaceChildren(picture)
            $('which').textContent = picture.alt
            const focused = document.activeElement
            $('before').disabled = page <= 1
            $('after').disabled = page >= pages
            if (focused.disabled) (focused === $('after') ? $('before') : $('after')).focus()
            document.body.dataset.printed = `${state?.number} ${page} ${pages}`
        } catch (error) {
            if (error.name !== 'AbortError') $('which').textContent = words.lost
        }
    }
    const turn = by => {
        page = Math.max(1, (page ?? 1) + by)
        printed(page)
    }
    $('before').addEventListener('click', () => turn(-1))
    $('after').addEventListener('click', () => turn(1))
    // The page with what is at the top of the window.
    const turnTo = () => {
        const node = hold()?.node ?? inside()?.querySelector('main [id]')
        const item = node?.closest('main [id]:not([id^="_"])') ?? inside()?.querySelector('main > [id]')
        printed(item?.id ?? page ?? 1)
    }

    // A tab that is not seen lets go of its connection: a browser has only a few for one address.
    let events = null
    const connect = () => {
        events?.close()
        events = document.hidden ? null : new EventSource(`_/events?edition=${encodeURIComponent(edition)}`)
        if (!events) return
        const mine = events
        let queue = Promise.resolve()
        events.addEventListener('message', ({ data }) => {
            queue = queue.then(() => mine === events && arrive(JSON.parse(data))).catch(() => { isStale = true })
        })
        events.addEventListener('error', () => say(words.lost))
    }
    document.addEventListener('visibilitychange', connect)
    shape()
    connect()
}
