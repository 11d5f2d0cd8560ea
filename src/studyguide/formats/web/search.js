// Search in the whole guide. Every word must be at the beginning of a word, in any case and with or without accents;
// fold.js compares words.
// The index (index.js) is loaded when it is first wanted, as a script, because a page on a disk may load nothing else.
'use strict'
{
    const say = globalThis.sayLabel
    const { mapped, pattern, split, suffices } = globalThis.searchWords
    const MOST = 40
    const AROUND = 70
    const $ = id => document.getElementById(id)
    const dialog = $('_search'), words = $('_search-words'), count = $('_search-count'), list = $('_search-results')

    const fold = text => mapped(text).folded

    let loading
    const load = () => loading ??= new Promise((done, failed) => {
        const script = document.createElement('script')
        script.src = 'index.js'
        script.addEventListener('load', () => done(prepare(globalThis.GUIDE_INDEX)))
        script.addEventListener('error', failed)
        document.head.append(script)
    })
    const prepare = ({ pages, passages }) => passages.map(([number, id, title, text]) => {
        const [file, page] = pages[number]
        return { href: id ? `${file}#${id}` : file, page, title, text, titleFolded: fold(title), textFolded: fold(text) }
    })

    // How well a passage answers; 0 if a word is missing. A title counts most, then how often.
    const score = ({ titleFolded, textFolded }, patterns) => {
        let sum = 0
        for (const each of patterns) {
            const inTitle = titleFolded.match(each)?.length ?? 0, inText = textFolded.match(each)?.length ?? 0
            if (!inTitle && !inText) return 0
            sum += 10 * Math.min(inTitle, 1) + Math.min(inText, 4)
        }
        return sum
    }

    // The places of the words in a text, in order, without those that overlap.
    const places = (folded, patterns) => {
        const all = patterns.flatMap(each => [...folded.matchAll(each)].map(({ index, 0: { length } }) => [index, index + length]))
        all.sort((a, b) => a[0] - b[0] || b[1] - a[1])
        return all.filter(([start], number) => !number || start >= all[number - 1][1])
    }
    const marked = (text, found, from, to) => {
        const parts = []
        let at = from
        for (const [start, end] of found) {
            if (start < from || end > to) continue
            const mark = document.createElement('mark')
            mark.textContent = text.slice(start, end)
            parts.push(text.slice(at, start), mark)
            at = end
        }
        return [...parts, text.slice(at, to)]
    }
    const excerpt = ({ text, textFolded }, patterns) => {
        const { places: original } = mapped(text)
        const found = places(textFolded, patterns).map(([start, end]) => [original[start], original[end]])
        const first = found[0]?.[0] ?? 0
        let from = Math.max(0, first - AROUND)
        if (from) from = text.indexOf(' ', from) + 1
        let to = Math.min(text.length, Math.max(first, from) + 2 * AROUND)
        if (to < text.length) to = Math.max(text.lastIndexOf(' ', to), found[0]?.[1] ?? 0)
        return [from ? '… ' : '', ...marked(text, found, from, to), to < text.length ? ' …' : '']
    }

    const item = (passage, patterns) => {
        const row = document.createElement('li'), link = document.createElement('a'), where = document.createElement('span')
        const lines = document.createElement('p')
        link.href = passage.href
        link.textContent = passage.title
        where.className = 'where-found'
        where.textContent = passage.title === passage.page ? '' : passage.page
        lines.append(...excerpt(passage, patterns))
        row.append(link, ' ', where, lines)
        return row
    }

    const counted = (n, shown) => {
        if (!n) return say('web.search-none')
        return shown < n ? say('web.search-best', { n, shown }) : say('web.search-found', { n })
    }
    const search = async () => {
        const asked = split(words.value).map(fold)
        if (!suffices(asked)) {
            list.replaceChildren()
            count.textContent = say('web.search-hint')
            return
        }
        const patterns = asked.map(pattern)
        const passages = await load()
        const ranked = passages.map(passage => [score(passage, patterns), passage]).filter(([sum]) => sum)
        ranked.sort(([a], [b]) => b - a)
        const shown = ranked.slice(0, MOST)
        list.replaceChildren(...shown.map(([, passage]) => item(passage, patterns)))
        count.textContent = counted(ranked.length, shown.length)
    }

    // What is typed is looked for after a short rest, or at once when a key asks for the results.
    let waiting
    words.addEventListener('input', () => {
        clearTimeout(waiting)
        waiting = setTimeout(settle, 120)
    })
    const settle = async () => {
        if (!waiting) return
        clearTimeout(waiting)
        waiting = undefined
        await search()
    }
    $('_open-search').addEventListener('click', () => {
        dialog.showModal()
        words.select()
        load()
    })
    $('_close-search').addEventListener('click', () => dialog.close())
    dialog.addEventListener('click', event => {
        if (event.target === dialog || event.target.closest('.results a')) dialog.close()
    })
    $('_search-form').addEventListener('submit', async event => {
        event.preventDefault()
        await settle()
        list.querySelector('a')?.focus()
    })
    dialog.addEventListener('keydown', async event => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
        event.preventDefault()
        await settle()
        const stops = [words, ...list.querySelectorAll('a')]
        const next = stops[stops.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)]
        next?.focus()
    })
}
