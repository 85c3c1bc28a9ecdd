import type { Page } from '#platform/http/page.ts'
import { readTopic, readTopics } from './read-topics/read-topics.page.ts'
import { askTopic, writeTopic } from './write-topic/write-topic.page.ts'

export const guidancePages: readonly Page[] = [readTopics, readTopic, askTopic, writeTopic]
