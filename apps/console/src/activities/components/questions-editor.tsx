import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { Question } from '@dangqun/contracts/activities/form/schemas'
import { questionKindLabels, questionKinds, type QuestionKind } from '@dangqun/contracts/activities/vocabulary'
import { Button, Checkbox, Input, Select } from 'antd'
import { newKey } from '../../platform/intents'

interface Props {
  id: string
  questions: readonly Question[]
  onChange: (questions: Question[]) => void
}

const mostQuestions = 10

/** The questions of a sign-up form: what is asked, how it is answered, and whether it must be. */
export function QuestionsEditor({ id, questions, onChange }: Props) {
  const change = (index: number, changes: Partial<Question>) => onChange(questions.map((question, at) => (at === index ? { ...question, ...changes } : question)))
  return (
    <div id={id} className="questions">
      {questions.map((question, index) => (
        <div key={question.id} className="question">
          <span className="question-number figures">{index + 1}</span>
          <Input aria-label={`第 ${index + 1} 题`} maxLength={60} placeholder="问题，例如：是否用餐" value={question.label} onChange={(event) => change(index, { label: event.target.value })} />
          <Select<QuestionKind>
            aria-label={`第 ${index + 1} 题的答法`}
            value={question.kind}
            onChange={(kind) => change(index, { kind, options: kind === 'text' ? [] : question.options })}
            options={questionKinds.map((kind) => ({ value: kind, label: questionKindLabels[kind] }))}
            style={{ width: 92 }}
          />
          <Checkbox checked={question.isRequired} onChange={(event) => change(index, { isRequired: event.target.checked })}>必答</Checkbox>
          <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={`删除第 ${index + 1} 题`} onClick={() => onChange(questions.filter((_, at) => at !== index))} />
          {question.kind === 'text' ? null : (
            <Select
              mode="tags"
              className="question-options"
              aria-label={`第 ${index + 1} 题的选项`}
              open={false}
              suffixIcon={null}
              placeholder="选项，写一个按一次回车，至少两个"
              value={question.options}
              onChange={(options: string[]) => change(index, { options })}
              tokenSeparators={['，', '、', ',']}
            />
          )}
        </div>
      ))}
      {questions.length < mostQuestions ? (
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onChange([...questions, { id: newKey(), kind: 'choice', label: '', isRequired: true, options: [] }])}>加一个问题</Button>
      ) : <span className="quiet">最多 {mostQuestions} 个问题</span>}
    </div>
  )
}
