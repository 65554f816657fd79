#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Uses the page of an inventory in a browser, and prints what is to be seen.

usage: browser.py PAGE STEP...

Steps, in order:
  rows             the first cell of each row that is shown
  row N            all cells of the Nth row that is shown
  count            what the page says about how many are shown
  type ID TEXT     into a field; a column's field is its label
  clear ID         empties it again
  check ID         ticks or unticks a box
  press KEY        on whatever has the focus: TAB, ENTER, SPACE
  focus            what has the focus
  sort COLUMN      clicks a column's title, prints what is sorted and how
  order            prints what is sorted and how
  picture          waits for the picture; prints its nodes' names and texts
  click TEXT       clicks the picture's button of this text
  follow N         clicks the picture's Nth task, counted from 0
  target           the first cell of the row that the address names
  links            where the links of table and picture lead
  colors           ground and text, in the light and in the dark
  safe             that no dialog is open, no script ran that is not the page's,
                   nothing was loaded, and nothing was complained about
"""

import json
import os
import sys

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait


def start():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--disable-dev-shm-usage", "--disable-gpu"):
        options.add_argument(argument)
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(
        service=Service("/usr/bin/chromedriver"), options=options
    )


def field(name):
    found = driver.find_elements(By.ID, name)
    return found[0] if found else driver.find_element(
        By.CSS_SELECTOR, f"input[aria-label='filter by {name}']"
    )


def shown_rows():
    rows = driver.find_elements(By.CSS_SELECTOR, "#tasks tbody tr")
    return [row for row in rows if row.is_displayed()]


def cells(row):
    found = row.find_elements(By.TAG_NAME, "td")
    return [cell.text.replace("\n", " ") for cell in found]


def rows():
    for row in shown_rows():
        print("row:", cells(row)[0])


def row(number):
    print("cells:", " | ".join(cells(shown_rows()[int(number) - 1])))


def count():
    print("count:", driver.find_element(By.ID, "count").text)


def type_(name, text):
    field(name).send_keys(text)


def clear(name):
    field(name).send_keys(Keys.CONTROL, "a", Keys.NULL, Keys.DELETE)


def check(name):
    field(name).click()


def press(key):
    driver.switch_to.active_element.send_keys(getattr(Keys, key))


def focus():
    active = driver.switch_to.active_element
    print("focus:", active.get_attribute("id") or active.text)


def sort(title):
    for button in driver.find_elements(By.CSS_SELECTOR, "#tasks th button"):
        if button.text.split(" \u25b2")[0].split(" \u25bc")[0] == title:
            button.click()
    order()


def order():
    for header in driver.find_elements(By.CSS_SELECTOR, "#tasks th"):
        if header.get_attribute("aria-sort"):
            print(
                "sorted:",
                header.get_attribute("data-name"),
                header.get_attribute("aria-sort"),
            )


def picture():
    WebDriverWait(driver, 60).until(
        lambda _: driver.find_elements(By.CSS_SELECTOR, "#picture svg")
    )
    for node in driver.find_elements(By.CSS_SELECTOR, "#picture g.node"):
        texts = node.find_elements(By.TAG_NAME, "text")
        kind = node.get_attribute("class").replace("node ", "")
        print(f"{kind}:", " / ".join(text.text for text in texts))
    for edge in driver.find_elements(By.CSS_SELECTOR, "#picture g.edge"):
        print("edge:", edge.find_element(By.TAG_NAME, "text").text)


def click(text):
    button = driver.find_element(By.CSS_SELECTOR, "#picture button")
    if button.text != text:
        sys.exit(f"the button says '{button.text}'")
    button.click()


def follow(number):
    driver.find_elements(By.CSS_SELECTOR, "#picture a")[int(number)].click()


def target():
    print("target:", cells(driver.find_element(By.CSS_SELECTOR, "tr:target"))[0])


def links():
    for link in driver.find_elements(By.CSS_SELECTOR, "#tasks a"):
        print("link:", link.get_attribute("href"))
    for link in driver.find_elements(By.CSS_SELECTOR, "#picture a"):
        print("picture link:", link.get_dom_attribute("href"))


def colors():
    for scheme in ("light", "dark"):
        driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
        )
        body = driver.find_element(By.TAG_NAME, "body")
        print(
            f"{scheme}:",
            body.value_of_css_property("background-color"),
            body.value_of_css_property("color"),
        )


def safe():
    elements = driver.execute_script(
        "return [document.scripts.length, document.images.length,"
        " document.querySelectorAll('iframe, object, embed, link').length,"
        " performance.getEntriesByType('resource').length,"
        " [...document.querySelectorAll('*')].some((e) => [...e.attributes]"
        "   .some((a) => a.name.startsWith('on')"
        "         || /^\\s*javascript:/i.test(a.value)))]"
    )
    print("scripts, images, frames, loaded, handlers:", json.dumps(elements))
    for entry in driver.get_log("browser"):
        print("complaint:", entry["message"])


page, steps = sys.argv[1], sys.argv[2:]
commands = {
    "rows": (rows, 0),
    "row": (row, 1),
    "count": (count, 0),
    "type": (type_, 2),
    "clear": (clear, 1),
    "check": (check, 1),
    "press": (press, 1),
    "focus": (focus, 0),
    "order": (order, 0),
    "sort": (sort, 1),
    "picture": (picture, 0),
    "click": (click, 1),
    "follow": (follow, 1),
    "target": (target, 0),
    "links": (links, 0),
    "colors": (colors, 0),
    "safe": (safe, 0),
}
driver = start()
try:
    driver.get("file://" + os.path.abspath(page))
    while steps:
        command, arity = commands[steps.pop(0)]
        command(*steps[:arity])
        steps = steps[arity:]
finally:
    driver.quit()
