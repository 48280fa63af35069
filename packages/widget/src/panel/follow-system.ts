/** With `data-theme="auto"` the theme is the system's, as without any. The launcher alone looks the same in each. */
export function followSystem(root: ShadowRoot): void {
  const [rule] = root.adoptedStyleSheets[0]?.cssRules ?? []
  const theme = '--deskbell-theme'
  if (rule instanceof CSSStyleRule && rule.style.getPropertyValue(theme) === 'auto') rule.style.removeProperty(theme)
}
