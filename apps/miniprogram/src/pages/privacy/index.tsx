import { Text, View } from '@tarojs/components'
import { Heading } from '@/ui/heading'
import { Screen } from '@/ui/screen'
import { privacyText } from '@/accounts/accounts-privacy.text'

export default function PrivacyPage() {
  return (
    <Screen>
      <View className="card article">
        <Heading className="article__title" level={1}>{privacyText.title}</Heading>
        <Text className="article__note">{`版本 ${privacyText.version}`}</Text>
        {privacyText.sections.map(({ title, paragraphs }) => (
          <View key={title} className="article__section">
            <Heading className="article__heading">{title}</Heading>
            {paragraphs.map((paragraph) => (
              <Text key={paragraph} className="paragraph">{paragraph}</Text>
            ))}
          </View>
        ))}
      </View>
    </Screen>
  )
}
