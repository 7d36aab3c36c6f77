/** The two faces, bundled: Inter for the interface, Source Serif 4 (with optical sizes) for transcripts. */
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
