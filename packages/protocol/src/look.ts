/** How the widget looks, in the words of the script tag's data attributes. What is missing is as the widget has it. */
export interface Look {
  /** Any colour; made readable by the widget. */
  accent: string
  position?: 'start'
  /** The button shows its name beside the bell. */
  launcher?: 'text'
  /** Of the panel's corners; smaller ones follow. A length, as the next two. */
  radius?: string
  /** From the side of the window, and from its lower edge. */
  side?: string
  bottom?: string
  /** No faces, names only. */
  avatars?: 'none'
  /** Without: as the visitor's device has it. */
  theme?: 'light' | 'dark'
}

/** Of the button from the side and from the lower edge of the window, in px; without, as much as the window has room for. */
export interface Distance {
  side?: number
  bottom?: number
}
