//! Documents that are no study plans, in the style of real ones, and why each is refused.

use super::read;
use crate::text::import::NoPlan;

#[track_caller]
fn refused(why: NoPlan, text: &str) {
    assert_eq!(read(text).map(|found| found.plan), Err(why), "{text}");
}

#[test]
fn recipes() {
    refused(
        NoPlan::Recipe,
        "# Apple Pie\n\nPrep time: 30 minutes · Serves 8\n\n## Ingredients\n- 6 apples\n- 2 tablespoons sugar\n\n## Instructions\n1. Preheat the oven to 180 °C.\n2. Bake for 1 hour.\n",
    );
    refused(
        NoPlan::Recipe,
        "# 红烧肉\n\n## 食材\n- 五花肉 500 克\n- 生抽 2 勺\n\n## 步骤\n1. 焯水 5 分钟\n2. 下肉翻炒\n3. 炖 60 分钟\n",
    );
}

#[test]
fn changes_in_versions() {
    refused(
        NoPlan::Changelog,
        "# Changelog\n\n## [Unreleased]\n\n## [2.1.0] - 2026-01-10\n### Added\n- A flag\n",
    );
    refused(
        NoPlan::Changelog,
        "# History\n\n## 2.1.0 (2026-01-10)\n- Added tabs\n- Fixed a crash\n\n## 2.0.0 (2025-11-02)\n- Removed Python 2\n",
    );
}

#[test]
fn descriptions_of_an_interface() {
    refused(
        NoPlan::Reference,
        "# Users API\n\n## GET /users/{id}\n\n**Parameters**\n\n| Name | Type |\n|---|---|\n| id | integer |\n\n**Response**\n\nStatus code 200\n\n## POST /users\n\nRequest body: a name\n",
    );
    refused(
        NoPlan::NoUnits,
        "# fastcsv\n\n[![CI](https://example.com/ci.svg)](https://example.com)\n\n## Installation\n\n1. Run `cargo install fastcsv`\n\n## Usage\n\nRead a file.\n\n## Roadmap\n- [ ] Async\n- [x] Delimiters\n\n## License\nMIT\n",
    );
    refused(
        NoPlan::NoLearning,
        "# ml-course\n\nRead the tutorial.\n\n## Schedule\n| Version | Date |\n|---|---|\n| 0.1 | 2026-12-01 |\n| 0.2 | 2027-01-15 |\n",
    );
    refused(
        NoPlan::NoUnits,
        "# Contributing\n\n## Step 1: Fork the repository\nClick on Fork.\n\n## Step 2: Create a branch\n\n## Step 3: Open a pull request\nRead the review guidelines.\n",
    );
}

#[test]
fn meetings_lessons_and_projects() {
    refused(
        NoPlan::NoLearning,
        "# Team meeting, Monday, March 2, 2026\n\n**Attendees:** Ann, Bob\n\n## Agenda\n1. 10:00-10:15 Status\n2. 10:15-10:40 Release\n3. 10:40-11:00 Questions\n\n## Action items\n- [ ] Ann: review the roadmap\n",
    );
    refused(
        NoPlan::NoUnits,
        "# Lesson Plan: Fractions\n\n## Objectives\n- Students can compare fractions.\n\n## Procedure\n1. Warm-up (5 min)\n2. Practice (15 min)\n\n## Homework\nWorksheet 3\n",
    );
    refused(
        NoPlan::NoLearning,
        "# Database migration\n\n## Phase 1: Preparation (2 weeks)\n- [ ] Staging environment\n\n## Phase 2: Rollout\n- [ ] Switch DNS\n- [ ] Prepare the rollback\n",
    );
}

#[test]
fn meals_journeys_and_sport() {
    refused(
        NoPlan::NoLearning,
        "# 7-Day Meal Plan\n\n## Monday\n- Breakfast: oatmeal\n- Lunch: chicken salad\n\n## Tuesday\n- Breakfast: eggs\n- Lunch: soup\n",
    );
    refused(
        NoPlan::NoLearning,
        "# 京都 3 日游\n\n## Day 1\n- 10:00-12:00 清水寺\n- 晚上 入住酒店\n\n## Day 2\n- 9:00-12:00 岚山\n- 15:00-16:00 机票返程\n",
    );
    refused(
        NoPlan::NoLearning,
        "# Workout\n\n## Week 1\n### Monday\n- Squats 3x10\n- Push-ups 3x8\n### Friday\n- Deadlift 3x5\n",
    );
}

#[test]
fn an_empty_template() {
    refused(
        NoPlan::Template,
        "# Study planner\n\n| Day | Task | Done |\n|---|---|---|\n| 1 | | ☐ |\n| 2 | | ☐ |\n| 3 | | ☐ |\n",
    );
    refused(
        NoPlan::Template,
        "# Study plan\n\n## Week 1\n\n## Week 2\n\n## Week 3\n",
    );
}

#[test]
fn a_blog_post() {
    refused(
        NoPlan::NoUnits,
        "# How I came to love tests\n\nIn my first week at the company I broke the build. On day 3 I broke it again.\n\n- Write tests first\n- Keep them fast\n",
    );
}
