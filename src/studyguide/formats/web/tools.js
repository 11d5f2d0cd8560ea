// The buttons: light or dark, printing, and answers all at once.
'use strict'
{
    const root = document.documentElement
    const system = matchMedia('(prefers-color-scheme: dark)')
    const dark = document.getElementById('_dark')
    const isDark = () => (root.dataset.look ?? (system.matches ? 'dark' : 'light')) === 'dark'
    const show = () => dark.setAttribute('aria-pressed', String(isDark()))

    dark.addEventListener('click', () => {
        root.dataset.look = isDark() ? 'light' : 'dark'
        try {
            localStorage.setItem('studyguide-look', root.dataset.look)
        } catch {
            // Then it lasts until the page is left.
        }
        show()
    })
    system.addEventListener('change', show)
    show()

    document.getElementById('_print').addEventListener('click', () => print())

    // The list of chapters over a narrow page goes when a part of this page was chosen.
    const chapters = document.getElementById('_contents')
    chapters.addEventListener('click', ({ target }) => {
        if (target.closest('a') && chapters.matches(':popover-open')) chapters.hidePopover()
    })

    // Answers: one button for all; what is printed is open, and what a link leads to.
    const answers = [...document.querySelectorAll('details')]
    const all = document.getElementById('_all-answers')
    const isOpen = () => answers.every(({ open }) => open)
    all?.addEventListener('click', () => {
        const open = !isOpen()
        for (const each of answers) each.open = open
    })
    for (const each of answers) each.addEventListener('toggle', () => all?.setAttribute('aria-pressed', String(isOpen())))
    const reveal = () => {
        const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
        const folded = target && target.closest('details:not([open])')
        if (!folded) return
        folded.open = true
        target.scrollIntoView()
    }
    addEventListener('hashchange', reveal)
    reveal()
    let closed = []
    addEventListener('beforeprint', () => {
        closed = answers.filter(({ open }) => !open)
        for (const each of closed) each.open = true
    })
    addEventListener('afterprint', () => {
        for (const each of closed) each.open = false
    })
}
