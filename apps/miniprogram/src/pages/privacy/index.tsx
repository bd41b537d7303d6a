import { Text, View } from '@tarojs/components'
import { Screen } from '@/ui/screen'
import { privacyText } from '@/accounts/accounts-privacy.text'

export default function PrivacyPage() {
  return (
    <Screen>
      <View className="card article">
        <Text className="article__title">{privacyText.title}</Text>
        <Text className="article__note">{`版本 ${privacyText.version}`}</Text>
        {privacyText.sections.map(({ title, paragraphs }) => (
          <View key={title} className="article__section">
            <Text className="article__heading">{title}</Text>
            {paragraphs.map((paragraph) => (
              <Text key={paragraph} className="paragraph">{paragraph}</Text>
            ))}
          </View>
        ))}
      </View>
    </Screen>
  )
}
