#include <future>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace report {

struct Page { int no = 0; std::string text; };
Page render(int no);
void upload(const Page& p);
void logError(const std::exception& e);

class Builder {
public:
    // (d) assigned over while possibly running
    void refresh(int page) {
        current_ = std::async(std::launch::async, render, page); // EXPECT: unowned-future
    }
    Page take() { return current_.get(); }
private:
    std::future<Page> current_;
};

class CarefulBuilder {
public:
    void refresh(int page) {
        if (current_.valid()) last_ = current_.get();
        current_ = std::async(std::launch::async, render, page);
    }
    Page take() { return current_.get(); }
private:
    std::future<Page> current_;
    Page last_;
};

// (e) packaged_task: future kept by nobody
void renderElsewhere(int page) {
    std::packaged_task<Page()> task([page] { return render(page); });
    std::thread t(std::move(task)); // EXPECT: unowned-future
    t.join();
}

Page renderHere(int page) {
    std::packaged_task<Page()> task([page] { return render(page); });
    auto result = task.get_future();
    std::thread t(std::move(task));
    t.join();
    return result.get();
}

int countAll(const std::vector<int>& pages) {
    std::vector<std::future<Page>> fs;
    for (int p : pages) fs.emplace_back(std::async(std::launch::async, render, p));
    return std::accumulate(fs.begin(), fs.end(), 0, [](int sum, std::future<Page>& f) {
        return sum + static_cast<int>(f.get().text.size());
    });
}

void rethrowing(int page) {
    auto done = std::async(std::launch::async, [page] { // EXPECT: unowned-future
        if (page < 0) throw std::invalid_argument("page");
        upload(render(page));
    });
    if (page == 7) return;
    try {
        done.get();
    } catch (const std::exception& e) {
        logError(e);
    }
}

class Session {
public:
    Session() : first_(std::async(std::launch::async, render, 0)) {}
    const Page& first() {
        if (first_.valid()) page_ = first_.get();
        return page_;
    }
private:
    std::future<Page> first_;
    Page page_;
};

std::pair<Page, Page> both(int a, int b) {
    auto fa = std::async(std::launch::async, render, a);
    auto fb = std::async(std::launch::async, render, b);
    return {fa.get(), fb.get()};
}

} // namespace report
