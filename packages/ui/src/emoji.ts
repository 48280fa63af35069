export type EmojiGroup = 'faces' | 'hands' | 'signs' | 'things'

/** How many stand in a row. Every group fills its rows, so that above and below are one row away. */
export const perRow = 8

const listed = (emoji: string) => emoji.split(' ')

/** A few for talking about orders; all of them are drawn by systems of 2018. */
export const emojiGroups: Readonly<Record<EmojiGroup, readonly string[]>> = {
  faces: listed('😀 😄 😂 🙂 😉 😊 😍 😋 😎 🤗 🤔 😐 🙄 😬 😕 😟 😢 😭 😡 😱 😴 🤒 🤦 🤷'),
  hands: listed('👍 👎 👌 ✌️ 🤞 👋 👏 🙏 💪 🙌 ☝️ 👉 👀 ✍️ 🤝 🙋'),
  signs: listed('❤️ 💔 💛 💚 💙 ✨ ⭐ 🎉 ✅ ❌ ❗ ❓ ⚠️ 💡 💯 🔥'),
  things: listed('📦 🚚 🏠 🏪 🛒 🎁 💳 💶 🧾 📷 📄 📎 ✉️ 📞 📱 💻 🔧 🔑 📅 ⏰ ☕ 🍽️ 🌱 ☀️'),
}
