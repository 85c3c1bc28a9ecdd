-- The sections of an assessment in each nation, as they were understood on a day: dated data, in our own words.
-- What is not sure says so on screen. A better reading is another row with another version, in a later migration;
-- assessments that were begun keep the version they were begun with.

insert into waymark.assessment_template (nation, version, name, as_of, confidence, source, definition) values
  ('scotland', '2026-11', $t$Scotland: children’s rights and wellbeing, in three stages$t$, '2026-11-21', 'partly_read',
  $t$Scottish Government, external guidance on child rights and wellbeing impact assessment (CRWIA), web pages 2, 4, 5, 6 and 8 as we read them. The questions of its second stage on rights, groups and wellbeing were not read word for word. The section texts here are our own. Scotland’s 2021 version had other sections; later guidance names wellbeing again.$t$,
  $json${
 "stages": [
  {
   "title": "Stage 1: Is an assessment needed?",
   "sections": [
    {
     "key": "about",
     "part": "about",
     "title": "What is proposed",
     "prompt": "Say what is to change, in words that somebody outside can follow, and the day on which drafting began."
    },
    {
     "key": "options",
     "part": "options",
     "title": "What could be done",
     "prompt": "Set out what could be done. Leaving things as they are is always one of the options."
    },
    {
     "key": "groups",
     "part": "groups",
     "title": "Who is touched, directly and indirectly",
     "prompt": "Name each group of children and young people that this reaches, straight away or by way of something else. Groups, never a child."
    },
    {
     "key": "screening",
     "part": "text",
     "title": "Is the second stage needed?",
     "prompt": "Say whether this needs the second stage, and why. When in doubt, it does."
    }
   ]
  },
  {
   "title": "Stage 2: The assessment",
   "sections": [
    {
     "key": "evidence",
     "part": "evidence",
     "title": "What is known",
     "prompt": "Give each source, what it tells, how strong it is, and what nobody knows yet."
    },
    {
     "key": "involvement",
     "part": "involvement",
     "title": "What children and young people said",
     "prompt": "Say who was asked and how, what they said, what changed because of it, and what did not and why."
    },
    {
     "key": "evidence-changed",
     "part": "text",
     "title": "What the evidence changed",
     "prompt": "Say what is different in the proposal because of what you learned."
    },
    {
     "key": "impacts",
     "part": "impacts",
     "title": "What it does to rights",
     "prompt": "For each option, go through the articles that it touches, one group at a time. Say whether it helps, harms, does both, or nobody can tell. Nothing is added up.",
     "check": true
    },
    {
     "key": "wellbeing",
     "part": "text",
     "title": "What it does to wellbeing",
     "prompt": "Say what this does to children’s wellbeing in the terms that Scottish services use.",
     "check": true
    },
    {
     "key": "decision",
     "part": "decision",
     "title": "The decision",
     "prompt": "Say how the best interests of children were weighed as a primary consideration, what was chosen, and why."
    },
    {
     "key": "communication",
     "part": "text",
     "title": "Telling children",
     "prompt": "Say how and when children and young people will be told, and where they can ask."
    },
    {
     "key": "measures",
     "part": "measures",
     "title": "What will be watched",
     "prompt": "Name what will be watched, who watches it, from which day, and what would make you act. Give the day of the review."
    },
    {
     "key": "twin",
     "part": "twin",
     "title": "For children and young people",
     "prompt": "A short text of its own for children and young people. It is published beside this one."
    }
   ]
  },
  {
   "title": "Stage 3: Looking back",
   "sections": [
    {
     "key": "review",
     "part": "review",
     "title": "The review after implementation",
     "prompt": "Opens by itself on its day. Each expected effect is set beside what happened."
    }
   ]
  }
 ]
}$json$);

insert into waymark.assessment_template (nation, version, name, as_of, confidence, source, definition) values
  ('wales', '2026-11', $t$Wales: children’s rights, in six steps$t$, '2026-11-21', 'to_be_checked',
  $t$Background knowledge of how Welsh ministers’ assessments are done within an integrated impact assessment, under the duty of due regard in the Rights of Children and Young Persons (Wales) Measure 2011. That the duty and the integrated assessment exist was read; the steps were not. The section texts here are our own.$t$,
  $json${
 "stages": [
  {
   "title": "Step 1: The aims",
   "sections": [
    {
     "key": "about",
     "part": "about",
     "title": "What is proposed",
     "prompt": "Say what is to change, in words that somebody outside can follow, and the day on which drafting began.",
     "check": true
    },
    {
     "key": "options",
     "part": "options",
     "title": "What could be done",
     "prompt": "Set out what could be done. Leaving things as they are is always one of the options.",
     "check": true
    },
    {
     "key": "groups",
     "part": "groups",
     "title": "Who is touched",
     "prompt": "Name each group of children and young people that this reaches, straight away or by way of something else. Groups, never a child.",
     "check": true
    }
   ]
  },
  {
   "title": "Step 2: What is known",
   "sections": [
    {
     "key": "evidence",
     "part": "evidence",
     "title": "Evidence",
     "prompt": "Give each source, what it tells, how strong it is, and what nobody knows yet.",
     "check": true
    },
    {
     "key": "involvement",
     "part": "involvement",
     "title": "What children and young people said",
     "prompt": "Say who was asked and how, what they said, what changed because of it, and what did not and why.",
     "check": true
    }
   ]
  },
  {
   "title": "Step 3: What it does to rights",
   "sections": [
    {
     "key": "impacts",
     "part": "impacts",
     "title": "Article by article",
     "prompt": "For each option, go through the articles that it touches, one group at a time. Say whether it helps, harms, does both, or nobody can tell. Nothing is added up.",
     "check": true
    },
    {
     "key": "due-regard",
     "part": "text",
     "title": "Due regard",
     "prompt": "Say how the Convention was given weight, and what was done to further the rights it touches.",
     "check": true
    }
   ]
  },
  {
   "title": "Step 4: Advice and decision",
   "sections": [
    {
     "key": "decision",
     "part": "decision",
     "title": "The decision",
     "prompt": "Say how the best interests of children were weighed as a primary consideration, what was chosen, and why.",
     "check": true
    }
   ]
  },
  {
   "title": "Step 5: Telling children",
   "sections": [
    {
     "key": "communication",
     "part": "text",
     "title": "Telling children",
     "prompt": "Say how children and young people will be told, in Welsh and English, and how they can complain.",
     "check": true
    },
    {
     "key": "twin",
     "part": "twin",
     "title": "For children and young people",
     "prompt": "A short text of its own for children and young people. It is published beside this one.",
     "check": true
    }
   ]
  },
  {
   "title": "Step 6: Watching and looking back",
   "sections": [
    {
     "key": "measures",
     "part": "measures",
     "title": "What will be watched",
     "prompt": "Name what will be watched, who watches it, from which day, and what would make you act. Give the day of the review.",
     "check": true
    },
    {
     "key": "review",
     "part": "review",
     "title": "The review after implementation",
     "prompt": "Opens by itself on its day. Each expected effect is set beside what happened.",
     "check": true
    }
   ]
  }
 ]
}$json$);

insert into waymark.assessment_template (nation, version, name, as_of, confidence, source, definition) values
  ('northern_ireland', '2026-11', $t$Northern Ireland: children’s rights, to be checked$t$, '2026-11-21', 'to_be_checked',
  $t$No template of this nation was found or read. The order of sections is our own. Background knowledge: the Children’s Services Co-operation Act (Northern Ireland) 2015 and the duties of section 75 of the Northern Ireland Act 1998 stand beside it. Ask the Commissioner for Children and Young People before relying on it.$t$,
  $json${
 "stages": [
  {
   "title": "What and who",
   "sections": [
    {
     "key": "about",
     "part": "about",
     "title": "What is proposed",
     "prompt": "Say what is to change, in words that somebody outside can follow, and the day on which drafting began.",
     "check": true
    },
    {
     "key": "options",
     "part": "options",
     "title": "What could be done",
     "prompt": "Set out what could be done. Leaving things as they are is always one of the options.",
     "check": true
    },
    {
     "key": "groups",
     "part": "groups",
     "title": "Who is touched",
     "prompt": "Name each group of children and young people that this reaches, straight away or by way of something else. Groups, never a child.",
     "check": true
    }
   ]
  },
  {
   "title": "What is known and said",
   "sections": [
    {
     "key": "evidence",
     "part": "evidence",
     "title": "Evidence",
     "prompt": "Give each source, what it tells, how strong it is, and what nobody knows yet.",
     "check": true
    },
    {
     "key": "involvement",
     "part": "involvement",
     "title": "What children and young people said",
     "prompt": "Say who was asked and how, what they said, what changed because of it, and what did not and why.",
     "check": true
    }
   ]
  },
  {
   "title": "What it does",
   "sections": [
    {
     "key": "impacts",
     "part": "impacts",
     "title": "What it does to rights",
     "prompt": "For each option, go through the articles that it touches, one group at a time. Say whether it helps, harms, does both, or nobody can tell. Nothing is added up.",
     "check": true
    },
    {
     "key": "co-operation",
     "part": "text",
     "title": "Working together",
     "prompt": "Say which other bodies this needs, and what was agreed with them for children’s wellbeing.",
     "check": true
    },
    {
     "key": "equality",
     "part": "text",
     "title": "Equality",
     "prompt": "Say how this stands beside the equality screening that the law asks for.",
     "check": true
    }
   ]
  },
  {
   "title": "Deciding and looking back",
   "sections": [
    {
     "key": "decision",
     "part": "decision",
     "title": "The decision",
     "prompt": "Say how the best interests of children were weighed as a primary consideration, what was chosen, and why.",
     "check": true
    },
    {
     "key": "measures",
     "part": "measures",
     "title": "What will be watched",
     "prompt": "Name what will be watched, who watches it, from which day, and what would make you act. Give the day of the review.",
     "check": true
    },
    {
     "key": "twin",
     "part": "twin",
     "title": "For children and young people",
     "prompt": "A short text of its own for children and young people. It is published beside this one.",
     "check": true
    },
    {
     "key": "review",
     "part": "review",
     "title": "The review after implementation",
     "prompt": "Opens by itself on its day. Each expected effect is set beside what happened.",
     "check": true
    }
   ]
  }
 ]
}$json$);

insert into waymark.assessment_template (nation, version, name, as_of, confidence, source, definition) values
  ('england', '2026-11', $t$England: children’s rights, to be checked$t$, '2026-11-21', 'to_be_checked',
  $t$Background knowledge: the Department for Education has a template for government departments, which was not found or read. Nothing obliges a council to use one. The order of sections and their texts are our own.$t$,
  $json${
 "stages": [
  {
   "title": "What and who",
   "sections": [
    {
     "key": "about",
     "part": "about",
     "title": "What is proposed",
     "prompt": "Say what is to change, in words that somebody outside can follow, and the day on which drafting began.",
     "check": true
    },
    {
     "key": "groups",
     "part": "groups",
     "title": "Who is touched",
     "prompt": "Name each group of children and young people that this reaches, straight away or by way of something else. Groups, never a child.",
     "check": true
    },
    {
     "key": "options",
     "part": "options",
     "title": "What could be done",
     "prompt": "Set out what could be done. Leaving things as they are is always one of the options.",
     "check": true
    }
   ]
  },
  {
   "title": "What is known and said",
   "sections": [
    {
     "key": "evidence",
     "part": "evidence",
     "title": "Evidence",
     "prompt": "Give each source, what it tells, how strong it is, and what nobody knows yet.",
     "check": true
    },
    {
     "key": "involvement",
     "part": "involvement",
     "title": "What children and young people said",
     "prompt": "Say who was asked and how, what they said, what changed because of it, and what did not and why.",
     "check": true
    }
   ]
  },
  {
   "title": "What it does",
   "sections": [
    {
     "key": "impacts",
     "part": "impacts",
     "title": "What it does to rights",
     "prompt": "For each option, go through the articles that it touches, one group at a time. Say whether it helps, harms, does both, or nobody can tell. Nothing is added up.",
     "check": true
    },
    {
     "key": "left-out",
     "part": "text",
     "title": "Who could be left out",
     "prompt": "Say which children could be missed or treated differently, and what is done about it.",
     "check": true
    }
   ]
  },
  {
   "title": "Deciding and looking back",
   "sections": [
    {
     "key": "decision",
     "part": "decision",
     "title": "The decision",
     "prompt": "Say how the best interests of children were weighed as a primary consideration, what was chosen, and why.",
     "check": true
    },
    {
     "key": "measures",
     "part": "measures",
     "title": "What will be watched",
     "prompt": "Name what will be watched, who watches it, from which day, and what would make you act. Give the day of the review.",
     "check": true
    },
    {
     "key": "twin",
     "part": "twin",
     "title": "For children and young people",
     "prompt": "A short text of its own for children and young people. It is published beside this one.",
     "check": true
    },
    {
     "key": "review",
     "part": "review",
     "title": "The review after implementation",
     "prompt": "Opens by itself on its day. Each expected effect is set beside what happened.",
     "check": true
    }
   ]
  }
 ]
}$json$);
