#include <string>
#include <thread>
#include <variant>
#include <vector>
void use(int);
void loop(const std::vector<int>& v) {
    std::jthread t([&v] { for (std::size_t i = 0; i < v.size(); ++i) use(v.at(i)); });
}
void index(std::variant<int, std::string> v) {
    std::jthread t([v] { if (v.index() == 0) use(std::get<0>(v)); });
}
void sw(std::variant<int, std::string> v) {
    std::jthread t([v] { switch (v.index()) { case 0: use(std::get<0>(v)); break; default: break; } });
}
